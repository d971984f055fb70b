package tillbook.desktop.practice;

import java.util.Locale;
import javafx.scene.Node;
import tillbook.receipt.Receipt;

/** Draws a receipt as it looks on paper. Called on the drawing thread. */
public interface SlipPainter {
    /** A picture of it, as wide as it is. */
    Node paint(Receipt receipt, Locale language);
}
