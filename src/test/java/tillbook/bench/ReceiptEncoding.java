package tillbook.bench;

import java.util.List;
import java.util.Locale;
import tillbook.printing.document.Document;
import tillbook.printing.escpos.CoffeeReceipt;
import tillbook.printing.escpos.EscPosEncoder;
import tillbook.printing.escpos.GoldenPapers;
import tillbook.printing.escpos.PrinterProfile;
import tillbook.printing.escpos.PrinterProfiles;

/**
 * Proves that a receipt is bytes before anybody could wait for it: a scan-pay receipt of 48 columns with everything a
 * template can ask for, its QR drawn by the printer and drawn by us, beside escpos-coffee doing the same. Ours sets the
 * rows each time, the other one gets them set. It would lie if the document were remembered as bytes: each is encoded anew.
 */
final class ReceiptEncoding implements Benchmark {
    private static final double NATIVE_MS_MAX = 0.020;
    private static final double RASTER_MS_MAX = 0.200;
    private static final int BLOCK = 50;

    @Override
    public String name() {
        return "receipt-encoding";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        return List.of(
                row(setting, "QR by the printer's command", "epson-cn-80", NATIVE_MS_MAX),
                row(setting, "QR dot by dot", PrinterProfiles.PLAIN_80, RASTER_MS_MAX));
    }

    private Row row(Setting setting, String what, String printer, double maxMs) throws Exception {
        PrinterProfile profile = PrinterProfiles.shipped().find(printer).orElseThrow();
        Document document = GoldenPapers.document("scan", profile, "zh-CN");
        EscPosEncoder ours = new EscPosEncoder(profile);
        CoffeeReceipt other = new CoffeeReceipt(document, profile);
        int bytes = ours.encode(document).length();
        int othersBytes = other.encode().length;
        int warm = setting.either(150, 400);
        Turns turns = Turns.take(
                warm,
                setting.either(60, 300),
                BLOCK,
                () -> used(ours.encode(document).length()),
                () -> {
                    used(other.encode().length);
                });
        boolean met = turns.candidate().p50() < maxMs && turns.ratio() < 1;
        return new Row(
                name(),
                "a 48-column receipt, " + what,
                turns.candidate(),
                "escpos-coffee 4.1.0, the same receipt",
                turns.beside(),
                turns.ratio(),
                String.format(Locale.ROOT, "p50 < %.0f µs, and faster: ratio < 1", maxMs * 1_000),
                Verdict.of(met),
                bytes + " B, the other " + othersBytes + " B");
    }

    /** Nothing that is measured may be left out as useless. */
    private static void used(int length) {
        if (length == 0) throw new IllegalStateException("an empty receipt");
    }
}
