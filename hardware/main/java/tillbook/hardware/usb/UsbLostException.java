package tillbook.hardware.usb;

import java.io.IOException;

/** An open device answers no more; the message is the system's. */
final class UsbLostException extends IOException {
    private static final long serialVersionUID = 1;

    UsbLostException(UsbTrouble trouble) {
        super(trouble.detail());
    }
}
