package tillbook.hardware.usb;

import java.util.Optional;
import tillbook.device.Reach;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrinterFault;
import tillbook.printing.port.LinkLostException;
import tillbook.printing.port.PortOpening;
import tillbook.printing.port.PrinterPort;

/**
 * A printer on USB, wherever it is plugged in at the moment. What it was opened for is the system's again when the link is
 * closed. Immutable, safe from any thread.
 *
 * @param address names the printer, not its place
 */
record UsbPrinterPort(Bus bus, Watch watch, Holdings holdings, String address) implements PrinterPort {
    @Override
    public String place() {
        return address;
    }

    /** A printer that is not plugged in may say all there is; it is asked when it is. */
    @Override
    public ConfirmationTier ceiling() {
        boolean isMute = watch.find(address)
                .map(known -> known.what().face().bulkIn().isEmpty())
                .orElse(false);
        return isMute ? ConfirmationTier.SILENT : ConfirmationTier.PROCESS_ID;
    }

    /** At once, but for a device that is slow to tell its name. */
    @Override
    public PortOpening open() {
        Optional<PortOpening> asLastSeen = watch.find(address).map(this::open);
        if (asLastSeen.isPresent() && !isGone(asLastSeen.get())) return asLastSeen.get();
        // It may have been plugged in again since the last look, and then it is in another place.
        watch.look();
        return watch.find(address)
                .map(this::open)
                .orElseGet(() -> new PortOpening.Failed(PrinterFault.GONE, "not plugged in"));
    }

    private static boolean isGone(PortOpening opening) {
        return opening instanceof PortOpening.Failed failed && failed.fault() == PrinterFault.GONE;
    }

    private PortOpening open(Known known) {
        if (known.isDenied()) return new PortOpening.Failed(PrinterFault.DENIED, "permission denied");
        return switch (bus.open(known.seen().place(), known.what().face())) {
            case Opening.Opened opened -> linked(opened.device(), known);
            case Opening.Refused refused -> refused(refused.trouble(), known);
        };
    }

    private PortOpening linked(OpenDevice device, Known known) {
        Place held = known.seen().place();
        UsbPrinterLink link =
                new UsbPrinterLink(device, known.what().face(), address, () -> holdings.set(held, Reach.FREE));
        holdings.set(held, Reach.CLAIMED);
        try {
            link.dropStale();
            return new PortOpening.Open(link);
        } catch (LinkLostException e) {
            link.close();
            return new PortOpening.Failed(PrinterFault.GONE, String.valueOf(e.getMessage()));
        }
    }

    private PortOpening refused(UsbTrouble trouble, Known known) {
        boolean busy = trouble.kind() == UsbTrouble.Kind.BUSY;
        Place held = known.seen().place();
        // Our own other link holds it: that stays CLAIMED.
        if (busy && holdings.of(held) != Reach.CLAIMED) holdings.set(held, Reach.BUSY);
        return new PortOpening.Failed(trouble.printerFault(), trouble.detail());
    }
}
