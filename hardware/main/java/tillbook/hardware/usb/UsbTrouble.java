package tillbook.hardware.usb;

import org.usb4java.LibUsb;
import tillbook.device.ScannerFault;
import tillbook.printing.PrinterFault;

/**
 * What libusb says instead of doing it. Immutable.
 *
 * @param detail its own words, for a log
 */
record UsbTrouble(Kind kind, String detail) {
    /** What can be done about it. */
    enum Kind {
        GONE(PrinterFault.GONE, ScannerFault.GONE),
        BUSY(PrinterFault.BUSY, ScannerFault.BUSY),
        DENIED(PrinterFault.DENIED, ScannerFault.DENIED);

        private final PrinterFault printer;
        private final ScannerFault scanner;

        Kind(PrinterFault printer, ScannerFault scanner) {
            this.printer = printer;
            this.scanner = scanner;
        }
    }

    /** The trouble of a negative answer of libusb. What it cannot put a name to is a device that is not there. */
    static UsbTrouble of(int answer, String doing) {
        Kind kind = switch (answer) {
            case LibUsb.ERROR_BUSY -> Kind.BUSY;
            case LibUsb.ERROR_ACCESS, LibUsb.ERROR_NOT_SUPPORTED -> Kind.DENIED;
            default -> Kind.GONE;
        };
        return new UsbTrouble(kind, doing + ": " + LibUsb.errorName(answer));
    }

    static UsbTrouble gone(String detail) {
        return new UsbTrouble(Kind.GONE, detail);
    }

    PrinterFault printerFault() {
        return kind.printer;
    }

    ScannerFault scannerFault() {
        return kind.scanner;
    }
}
