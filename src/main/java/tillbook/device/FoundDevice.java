package tillbook.device;

/**
 * A device that is plugged in. Immutable.
 *
 * @param address names it in the settings and stays the same when it is unplugged and plugged in again: by its serial
 *     number, or by the socket it is plugged into if it has none
 * @param maker as the device says it, may be empty
 * @param product as the device says it, may be empty
 */
public record FoundDevice(
        String address, DeviceKind kind, String maker, String product, Sureness sureness, Reach reach) {
    /** What a person calls it; its address if it has no name. */
    public String name() {
        String name = (maker + " " + product).strip();
        return name.isEmpty() ? address : name;
    }

    /** Whether it reads codes. */
    public boolean isScanner() {
        return kind != DeviceKind.PRINTER;
    }
}
