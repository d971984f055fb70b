package tillbook.hardware.usb;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a device so that it is found again after it was unplugged: {@code usb:04b8:0202:J5VZ000001}, or by its socket,
 * {@code usb:04b8:0202@1-1.2}, where it has no serial number that tells it from others. Immutable.
 *
 * @param serial empty if {@code path} names it
 * @param path empty if {@code serial} names it
 */
record UsbAddress(int vendor, int product, String serial, String path) {
    private static final Pattern FORM =
            Pattern.compile("usb:([0-9a-fA-F]{4}):([0-9a-fA-F]{4})(?::(?<serial>[!-~]+?))?(?:@(?<path>\\d+-[\\d.]+))?");
    private static final int SERIAL_MAX = 64;

    /** The address of this device. */
    static UsbAddress of(Seen seen, Labels labels) {
        boolean bySerial = tellsApart(labels.serial());
        return new UsbAddress(
                seen.vendor(), seen.product(), bySerial ? labels.serial() : "", bySerial ? "" : labels.path());
    }

    /** A serial number of zeros, or of one character again and again, is in every device of that make. */
    private static boolean tellsApart(String serial) {
        return !serial.isEmpty()
                && serial.length() <= SERIAL_MAX
                && serial.matches("[!-~&&[^@]]+")
                && serial.chars().distinct().count() > 1;
    }

    /** Reads an address from the settings; empty if it names no USB device. */
    static Optional<UsbAddress> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) return Optional.empty();
        String serial = form.group("serial");
        String path = form.group("path");
        if (serial == null && path == null) return Optional.empty();
        int vendor = Integer.parseInt(form.group(1), 16);
        int product = Integer.parseInt(form.group(2), 16);
        return Optional.of(new UsbAddress(vendor, product, serial == null ? "" : serial, path == null ? "" : path));
    }

    /** The same with its socket, for the second of two devices that say the same serial number. */
    UsbAddress at(String socket) {
        return new UsbAddress(vendor, product, serial, socket);
    }

    boolean isSameModel(UsbAddress other) {
        return vendor == other.vendor && product == other.product;
    }

    @Override
    public String toString() {
        String model = String.format(Locale.ROOT, "usb:%04x:%04x", vendor, product);
        return model + (serial.isEmpty() ? "" : ":" + serial) + (path.isEmpty() ? "" : "@" + path);
    }
}
