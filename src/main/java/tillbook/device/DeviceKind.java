package tillbook.device;

/** What a device is good for at a till. */
public enum DeviceKind {
    PRINTER,
    /** A scanner that types: the system takes it for one more keyboard until it is ours. */
    SCANNER_KEYBOARD,
    /** A scanner that speaks of codes and says their symbology; no window ever sees its keys, as it has none. */
    SCANNER_POS
}
