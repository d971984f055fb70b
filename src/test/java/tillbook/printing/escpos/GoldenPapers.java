package tillbook.printing.escpos;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tillbook.printing.document.Document;
import tillbook.printing.paper.Bitmap;
import tillbook.printing.paper.Paper;
import tillbook.printing.paper.PaperPrinter;
import tillbook.receipt.ReceiptDocuments;
import tillbook.receipt.SelfContainedReceipt;
import tillbook.receipt.Slip;
import tillbook.receipt.Slips;
import tillbook.receipt.Template;

/** Every kind of slip as some printer prints it, with everything on it that a template can ask for. */
public final class GoldenPapers {
    private static final Map<String, Slip> SLIPS = Map.of(
            "scan", Slips.paidByScan(),
            "cash", Slips.paidInCash(),
            "copy", Slips.practiceCopy(),
            "checked", Slips.beingChecked(),
            "refund", Slips.refund(),
            "held", Slips.held(),
            "test", Slips.test(),
            "strange", Slips.strange());

    private GoldenPapers() {}

    /**
     * One of them.
     *
     * @param complaints what the printer did not understand
     */
    public record Made(Encoded encoded, Paper paper, List<String> complaints) {}

    /** A slip on a printer of {@code profiles.toml}, in a language. */
    public static Made of(String slip, String printer, String language) {
        PrinterProfile profile = PrinterProfiles.shipped().find(printer).orElseThrow();
        Encoded encoded = new EscPosEncoder(profile).encode(document(slip, profile, language));
        PaperPrinter inside =
                new PaperPrinter(profile.dots(), profile.encoding().charset(), logo(), q -> {});
        for (byte value : encoded.bytes()) inside.accept(value);
        return new Made(encoded, inside.paper(), inside.complaints());
    }

    /** What stands on one of them, for a printer. */
    public static Document document(String slip, PrinterProfile profile, String language) {
        Template template = new Template(
                profile.width(), List.of("人民路 8 号", "电话 010-12345678"), List.of("七日内凭小票退换"), true, true, true);
        byte[] key = new byte[SelfContainedReceipt.KEY_BYTES_MIN];
        return new ReceiptDocuments(
                        template,
                        Locale.forLanguageTag(language),
                        ZoneId.of("Asia/Shanghai"),
                        new SelfContainedReceipt(key))
                .of(Objects.requireNonNull(SLIPS.get(slip)));
    }

    /** A frame, 64 dots wide. */
    private static Bitmap logo() {
        byte[] rows = new byte[8 * 16];
        for (int i = 0; i < rows.length; i++) {
            boolean edge = i < 8 || i >= rows.length - 8;
            rows[i] = (byte) (edge ? 0xFF : i % 8 == 0 ? 0x80 : i % 8 == 7 ? 0x01 : 0);
        }
        return new Bitmap(64, rows);
    }
}
