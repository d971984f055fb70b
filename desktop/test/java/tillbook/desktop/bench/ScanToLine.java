package tillbook.desktop.bench;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import tillbook.bench.Benchmark;
import tillbook.bench.Figure;
import tillbook.bench.GoodsList;
import tillbook.bench.Row;
import tillbook.bench.Turns;
import tillbook.bench.Verdict;
import tillbook.register.Intent;

/**
 * Proves that a cashier never waits for the screen: from the end of a scanner's burst to the pulse that has the new line
 * laid out, in the real window with a long basket and a million goods, the durable commit included. Beside it the text of
 * a bare label in a bare window, which waits for the next pulse as well. It would lie if every scan began right after a
 * pulse, so each begins at a moment drawn by chance; if the line were outside of what the list shows, so its cell is
 * looked for; or without a disk, so files lie beside the report.
 */
public final class ScanToLine implements Benchmark {
    private static final double FRAME_MS = 16.7;
    private static final double P99_MAX_MS = 30;
    private static final int LINES = 200;
    private static final int BLOCK = 10;
    private static final long FRAME_NANOS = TimeUnit.MICROSECONDS.toNanos(16_667);

    private final SplittableRandom chance = new SplittableRandom(17);

    @Override
    public String name() {
        return "scan-to-line";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        GoodsList goods = new GoodsList(setting.either(100_000, 1_000_000));
        try (MeasuredWindow window =
                MeasuredWindow.open(setting.at(name()), 1, goods.write(setting.at(name() + ".csv")))) {
            for (int i = 0; i < LINES; i++) scan(window, goods.code(i));
            Stage bare = MeasuredWindow.onFx(ScanToLine::bareLabel);
            try {
                return List.of(row(goods, measure(setting, window, goods, bare.getScene())));
            } finally {
                MeasuredWindow.onFx(() -> {
                    bare.hide();
                    return true;
                });
            }
        }
    }

    private Turns measure(Setting setting, MeasuredWindow window, GoodsList goods, Scene bare) throws Exception {
        return Turns.measured(
                setting.either(5, 20),
                setting.either(15, 50),
                BLOCK,
                () -> scanAndVoid(window, goods.code(chance.nextInt(LINES, goods.size()))),
                () -> label(bare));
    }

    private long scanAndVoid(MeasuredWindow window, String code) throws Exception {
        waitAnyPartOfAFrame();
        long nanos = scan(window, code);
        window.does(new Intent.VoidLine(Intent.NEWEST_LINE));
        MeasuredWindow.waits("the line to go", () -> window.rows().getItems().size() == LINES);
        return nanos;
    }

    private static long scan(MeasuredWindow window, String code) throws Exception {
        ListView<?> rows = MeasuredWindow.onFx(window::rows);
        int last = MeasuredWindow.onFx(() -> rows.getItems().size());
        return MeasuredWindow.untilLaidOut(
                window.scene(), () -> window.scans(code), () -> rows.getItems().size() > last && isShown(rows, last));
    }

    /** Whether a cell has this row, and lies within the list. */
    private static boolean isShown(ListView<?> rows, int index) {
        return rows.lookupAll(".list-cell").stream()
                .map(ListCell.class::cast)
                .filter(cell -> !cell.isEmpty() && cell.getIndex() == index && cell.isVisible())
                .anyMatch(cell -> rows.localToScene(rows.getLayoutBounds())
                        .intersects(cell.localToScene(cell.getLayoutBounds())));
    }

    private long label(Scene bare) throws Exception {
        waitAnyPartOfAFrame();
        Label label = (Label) bare.getRoot();
        return MeasuredWindow.untilLaidOut(
                bare, () -> label.setText("￥" + chance.nextInt(LINES, 1_000_000)), () -> true);
    }

    private void waitAnyPartOfAFrame() {
        LockSupport.parkNanos(chance.nextLong(FRAME_NANOS));
    }

    private static Stage bareLabel() {
        Stage stage = new Stage();
        stage.setScene(new Scene(new Label("￥0.00"), 320, 120));
        stage.show();
        return stage;
    }

    private Row row(GoodsList goods, Turns turns) {
        Figure figure = turns.candidate();
        boolean met = figure.p50() <= FRAME_MS && figure.p99() <= P99_MAX_MS;
        return new Row(
                name(),
                String.format(Locale.ROOT, "Enter to line laid out, %d lines, %,d goods", LINES, goods.size()),
                figure,
                "the text of a bare label",
                turns.beside(),
                turns.ratio(),
                "p50 ≤ one frame (16.7 ms), p99 ≤ 30 ms",
                Verdict.of(met),
                Figure.rounded(turns.differenceMs()) + " ms more than the label, the durable commit included");
    }
}
