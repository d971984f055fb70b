package tillbook.desktop.practice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import tillbook.desktop.fx.FxBridge;
import tillbook.desktop.paper.PaperPainter;
import tillbook.printing.paper.Paper;
import tillbook.printing.paper.Strip;

/** The paper of the practice printer, sheet by sheet, the newest at the end. Owned by the drawing thread. */
final class PaperRoll {
    /** Older ones lie on the floor. */
    private static final int SHEETS_MAX = 12;

    private static final double WIDTH = 340;
    /** A narrow roll is shown narrow. */
    private static final double SCALE_MAX = 0.75;

    private static final double GAP = 10;

    private final PaperPainter painter = new PaperPainter();
    private final VBox sheets = new VBox(GAP);
    /** A sheet that was drawn once is not drawn again. */
    private Map<Paper, Node> drawn = new HashMap<>();

    private Paper shown = new Paper(1, List.of(new Strip.Feed(0)));

    PaperRoll() {
        sheets.setId("practice-slip");
        sheets.setAlignment(Pos.TOP_CENTER);
    }

    Node node() {
        return sheets;
    }

    /** Shows it, and moves {@code view} to its end if it is new; {@code none} stands where there is nothing yet. */
    void show(Paper paper, ScrollPane view, Label none) {
        if (paper.strips().isEmpty()) {
            none.setMaxWidth(WIDTH);
            sheets.getChildren().setAll(none);
            drawn.clear();
            shown = paper;
        } else if (!paper.equals(shown)) {
            shown = paper;
            draw(paper);
            toEnd(view);
        }
    }

    private void draw(Paper paper) {
        List<Paper> all = paper.sheets();
        List<Paper> newest = all.subList(Math.max(0, all.size() - SHEETS_MAX), all.size());
        double width = Math.min(WIDTH, PaperPainter.widthDots(paper) * SCALE_MAX);
        Map<Paper, Node> kept = new HashMap<>();
        List<Node> nodes = new ArrayList<>();
        for (Paper sheet : newest) {
            Node known = kept.containsKey(sheet) ? null : drawn.get(sheet);
            Node node = known == null ? sheet(sheet, width) : known;
            kept.put(sheet, node);
            nodes.add(node);
        }
        drawn = kept;
        sheets.getChildren().setAll(nodes);
    }

    private Node sheet(Paper sheet, double width) {
        Node node = painter.node(sheet, width);
        node.getStyleClass().add("sheet");
        return node;
    }

    /** Shows the newest, once it is laid out. */
    static void toEnd(ScrollPane view) {
        FxBridge.later(() -> {
            view.layout();
            view.setVvalue(view.getVmax());
        });
    }
}
