package tillbook.desktop.practice;

import java.time.ZoneId;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import tillbook.receipt.Receipt;
import tillbook.receipt.ReceiptText;

/** A receipt as its lines of text, in cells of one width, on paper of 58 mm. Immutable. */
final class TextSlip implements SlipPainter {
    private final ZoneId zone;

    TextSlip(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Node paint(Receipt receipt, Locale language) {
        ReceiptText text = new ReceiptText(ReceiptText.COLUMNS_58_MM, language, zone);
        Label paper = new Label(String.join("\n", text.lines(receipt)));
        paper.setId("practice-slip");
        paper.getStyleClass().add("slip");
        paper.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return paper;
    }
}
