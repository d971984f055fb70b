package tillbook.device;

/** How well it is known that a device is what it is taken for, the surest first. */
public enum Sureness {
    /** Its maker's number stands in our list, or the device describes itself beyond doubt. */
    KNOWN,
    /** Its name says so: "Barcode Scanner". */
    BY_NAME,
    /** It is of a fitting class and no more: a keyboard of this kind may be the cashier's. It is never taken unasked. */
    BY_CLASS
}
