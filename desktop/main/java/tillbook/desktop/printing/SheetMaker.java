package tillbook.desktop.printing;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tillbook.printing.escpos.Encoded;
import tillbook.printing.escpos.EncodingStrip;
import tillbook.printing.escpos.EscPosEncoder;
import tillbook.printing.escpos.PrinterProfile;
import tillbook.printing.escpos.PrinterProfiles;
import tillbook.receipt.ElectronicReceipt;
import tillbook.receipt.ReceiptDocuments;
import tillbook.receipt.Slip;
import tillbook.receipt.Template;
import tillbook.receipt.TestPage;

/** Makes the bytes of a slip for the printer at hand. Owned by one thread. */
final class SheetMaker {
    private static final System.Logger LOG = System.getLogger("tillbook.desktop.printing");

    private final ReceiptDocuments documents;
    private final ReceiptDocuments plainDocuments;
    private final PrinterProfile profile;
    private final EscPosEncoder encoder;
    private final EscPosEncoder plainEncoder;

    SheetMaker(PrinterSetup setup, Locale language, ZoneId zone, @Nullable ElectronicReceipt electronic) {
        this.documents = new ReceiptDocuments(setup.template(), language, zone, electronic);
        this.plainDocuments =
                new ReceiptDocuments(Template.plain(setup.template().width()), language, zone, null);
        this.profile = setup.profile();
        this.encoder = new EscPosEncoder(setup.profile());
        this.plainEncoder = new EscPosEncoder(
                PrinterProfiles.shipped().plain(setup.template().width()));
    }

    /** By the shop's template; by the plainest there is if that cannot be set, as a receipt is owed in any case. */
    Encoded of(Slip slip) {
        try {
            Encoded page = encoder.encode(documents.of(slip));
            return slip instanceof TestPage ? EncodingStrip.above(page, profile) : page;
        } catch (RuntimeException cannot) {
            LOG.log(System.Logger.Level.WARNING, "the shop's template cannot be set, the plain one is taken", cannot);
            return plainEncoder.encode(plainDocuments.of(slip));
        }
    }
}
