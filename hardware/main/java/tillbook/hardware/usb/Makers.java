package tillbook.hardware.usb;

import java.util.Locale;
import java.util.Set;

/** What makers' numbers and devices' names tell. */
final class Makers {
    /** They make scanners and no keyboards. Honeywell, Metrologic, Hand Held; Zebra, Symbol; Datalogic, PSC; Newland; Mindeo; Opticon. */
    private static final Set<Integer> SCANNERS =
            Set.of(0x0c2e, 0x0536, 0x10ac, 0x05e0, 0x0a5f, 0x05f9, 0x080c, 0x1eab, 0x27dd, 0x065a);

    /** Epson: some of its receipt printers describe themselves by a class of the maker's own. */
    private static final int EPSON = 0x04b8;

    /** Receipt printers of Epson that do, by product number; TM printers share these two. */
    private static final Set<Integer> EPSON_RECEIPT = Set.of(0x0202, 0x0e03);

    private static final Set<String> SCANNER_WORDS = Set.of("scan", "barcode", "bar code", "扫描", "扫码", "条码");
    /** A flat-bed scanner of pictures is none of ours. */
    private static final Set<String> OTHER_WORDS = Set.of("scanjet", "scansnap", "canoscan", "document");

    /** Epson, Star, Bixolon, Citizen, SNBC, and the makers of chips that most of the clones are built on. */
    private static final Set<Integer> RECEIPT_PRINTERS =
            Set.of(EPSON, 0x0519, 0x1504, 0x1d90, 0x2730, 0x154f, 0x0416, 0x0fe6, 0x0483, 0x28e9);

    private Makers() {}

    static boolean makesReceiptPrinters(int vendor) {
        return RECEIPT_PRINTERS.contains(vendor);
    }

    static boolean makesScanners(int vendor) {
        return SCANNERS.contains(vendor);
    }

    static boolean isReceiptPrinterByNumber(int vendor, int product) {
        return vendor == EPSON && EPSON_RECEIPT.contains(product);
    }

    static boolean namesAScanner(String maker, String product) {
        String name = (maker + " " + product).toLowerCase(Locale.ROOT);
        return OTHER_WORDS.stream().noneMatch(name::contains)
                && SCANNER_WORDS.stream().anyMatch(name::contains);
    }
}
