package tillbook.hardware.usb;

import java.util.List;
import java.util.Optional;

/** An interface of a device in one of its alternate settings. Immutable. */
record Face(int number, int alternate, int usbClass, int subclass, int protocol, List<Endpoint> endpoints) {
    private static final int PRINTER = 7;
    private static final int HID = 3;
    private static final int BOOT = 1;
    private static final int KEYBOARD = 1;

    Face {
        endpoints = List.copyOf(endpoints);
    }

    boolean isPrinter() {
        return usbClass == PRINTER
                && subclass == 1
                && protocol >= 1
                && protocol <= 3
                && bulkOut().isPresent();
    }

    boolean isBootKeyboard() {
        return usbClass == HID
                && subclass == BOOT
                && protocol == KEYBOARD
                && interruptIn().isPresent();
    }

    /** A human interface device that neither types nor points. */
    boolean isOtherHid() {
        return usbClass == HID && protocol == 0 && interruptIn().isPresent();
    }

    Optional<Endpoint> bulkOut() {
        return endpoint(false, false);
    }

    Optional<Endpoint> bulkIn() {
        return endpoint(true, false);
    }

    Optional<Endpoint> interruptIn() {
        return endpoint(true, true);
    }

    private Optional<Endpoint> endpoint(boolean in, boolean interrupt) {
        return endpoints.stream()
                .filter(end -> end.isIn() == in && end.isInterrupt() == interrupt)
                .findFirst();
    }
}
