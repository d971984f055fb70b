package tillbook.hardware.usb;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tillbook.device.DeviceKind;
import tillbook.device.Sureness;

/**
 * What a device is to a till, and by which interface. Immutable.
 *
 * @param face the interface to talk through
 */
record Identified(DeviceKind kind, Sureness sureness, Face face) {
    private static final int BIDIRECTIONAL = 2;

    /** Both ways first, then one way, then IEEE 1284.4, which most printers only pretend to speak. */
    private static final Comparator<Face> BEST_PRINTER =
            Comparator.comparingInt(face -> face.protocol() == BIDIRECTIONAL ? 0 : face.protocol());

    private static final int VENDOR_CLASS = 0xFF;

    /** Empty for whatever a till has no use for. */
    static Optional<Identified> of(Seen seen, Labels labels) {
        return printer(seen)
                .map(face -> new Identified(DeviceKind.PRINTER, printerSureness(seen, labels), face))
                .or(() -> scanner(seen, labels));
    }

    /** Whether it is worth opening a device to learn its name. */
    static boolean mayBe(Seen seen) {
        return printer(seen).isPresent()
                || seen.faces().stream().anyMatch(face -> face.isBootKeyboard() || face.isOtherHid());
    }

    private static Optional<Face> printer(Seen seen) {
        return seen.faces().stream().filter(Face::isPrinter).min(BEST_PRINTER).or(() -> printerOfItsOwnClass(seen));
    }

    /** A printer that says nothing may stand on a desk and print letters. */
    private static Sureness printerSureness(Seen seen, Labels labels) {
        if (labels.speaksEscPos() || Makers.isReceiptPrinterByNumber(seen.vendor(), seen.product())) {
            return Sureness.KNOWN;
        }
        return Makers.makesReceiptPrinters(seen.vendor()) ? Sureness.BY_NAME : Sureness.BY_CLASS;
    }

    private static Optional<Face> printerOfItsOwnClass(Seen seen) {
        if (!Makers.isReceiptPrinterByNumber(seen.vendor(), seen.product())) return Optional.empty();
        return seen.faces().stream()
                .filter(face ->
                        face.usbClass() == VENDOR_CLASS && face.bulkOut().isPresent())
                .findFirst();
    }

    private static Optional<Identified> scanner(Seen seen, Labels labels) {
        boolean maker = Makers.makesScanners(seen.vendor());
        boolean name = Makers.namesAScanner(labels.maker(), labels.product());
        Sureness sureness = maker ? Sureness.KNOWN : name ? Sureness.BY_NAME : Sureness.BY_CLASS;
        Optional<Face> keys = first(seen.faces(), Face::isBootKeyboard);
        Optional<Face> codes = maker || name ? first(seen.faces(), Face::isOtherHid) : Optional.empty();
        // A scanner with both types by default, and its other interface is for its maker's own tool.
        return keys.map(face -> new Identified(DeviceKind.SCANNER_KEYBOARD, sureness, face))
                .or(() -> codes.map(face -> new Identified(DeviceKind.SCANNER_POS, sureness, face)));
    }

    private static Optional<Face> first(List<Face> faces, Predicate<Face> fits) {
        return faces.stream().filter(fits).findFirst();
    }
}
