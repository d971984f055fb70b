package tillbook.hardware.usb;

import tillbook.device.FoundDevice;
import tillbook.device.Reach;

/**
 * A device that is plugged in and of use to a till. Immutable.
 *
 * @param isDenied whether this user may not open it; its labels are then empty but for the path
 */
record Known(Seen seen, Labels labels, Identified what, UsbAddress address, boolean isDenied) {
    FoundDevice found(Reach reach) {
        return new FoundDevice(
                address.toString(),
                what.kind(),
                labels.makerOrId(),
                labels.productOrId(),
                what.sureness(),
                isDenied ? Reach.DENIED : reach);
    }

    /** Whether an address of the settings means this device: what it names must fit, what it leaves open may be any. */
    boolean isMeantBy(UsbAddress wanted) {
        return wanted.isSameModel(address)
                && (wanted.serial().isEmpty() || wanted.serial().equals(labels.serial()))
                && (wanted.path().isEmpty() || wanted.path().equals(labels.path()));
    }
}
