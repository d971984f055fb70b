package tillbook.desktop.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import tillbook.printing.paper.Run;

/**
 * Characters in the cells of a printer, whatever font this machine has: each is as wide as the printer's own, a narrower
 * one stands in the middle of its cell and a wider one is pressed into it. Owned by the drawing thread.
 */
final class CellFont {
    /** From the top of a cell. With this size, what hangs below the line still lies in the cell. */
    private static final double BASELINE_DOTS = 18.5;

    private static final double SIZE_DOTS = 22;

    /** The first that the machine has: of one width, with Chinese. The last one every Java has. */
    private static final List<String> FAMILIES = List.of(
            "Noto Sans Mono CJK SC",
            "Noto Sans Mono CJK TC",
            "Sarasa Mono SC",
            "NSimSun",
            "SimSun",
            "Microsoft YaHei",
            "Heiti SC",
            "PingFang SC",
            "WenQuanYi Micro Hei Mono",
            "Monospaced");

    private static final double TOLERANCE_DOTS = 0.5;

    private final Font plain;
    private final Font bold;
    private final Map<Integer, Double> widths = new HashMap<>();
    private final Map<Integer, Double> boldWidths = new HashMap<>();

    private CellFont(String family) {
        this.plain = Font.font(family, FontWeight.NORMAL, SIZE_DOTS);
        this.bold = Font.font(family, FontWeight.BOLD, SIZE_DOTS);
    }

    /** By what this machine has. */
    static CellFont here() {
        Set<String> all = Set.copyOf(Font.getFamilies());
        return new CellFont(FAMILIES.stream().filter(all::contains).findFirst().orElse(FAMILIES.getLast()));
    }

    /** Writes the characters of a run, in the colour that is set, from the left top corner at 0, 0 on. */
    void write(Run run, GraphicsContext pen) {
        pen.setFont(run.bold() ? bold : plain);
        double left = 0;
        for (int at = 0; at < run.text().length(); ) {
            int letter = run.text().codePointAt(at);
            at += Character.charCount(letter);
            double cell = (double) run.dotsOf(letter) / run.wide();
            if (!Character.isWhitespace(letter)) write(letter, cell, left, run, pen);
            left += cell;
        }
    }

    private void write(int letter, double cell, double left, Run run, GraphicsContext pen) {
        String text = Character.toString(letter);
        double width = width(letter, run.bold());
        if (width <= cell + TOLERANCE_DOTS) {
            pen.fillText(text, left + Math.max(0, cell - width) / 2, BASELINE_DOTS);
            return;
        }
        pen.save();
        pen.translate(left, 0);
        pen.scale(cell / width, 1);
        pen.fillText(text, 0, BASELINE_DOTS);
        pen.restore();
    }

    private double width(int letter, boolean isBold) {
        Map<Integer, Double> known = isBold ? boldWidths : widths;
        return known.computeIfAbsent(letter, character -> {
            Text text = new Text(Character.toString(character));
            text.setFont(isBold ? bold : plain);
            return text.getLayoutBounds().getWidth();
        });
    }
}
