package tillbook.hardware.usb;

/** What came of opening a device and making one of its interfaces ours. */
sealed interface Opening {
    /** Ours; the receiver closes it. */
    record Opened(OpenDevice device) implements Opening {}

    record Refused(UsbTrouble trouble) implements Opening {}
}
