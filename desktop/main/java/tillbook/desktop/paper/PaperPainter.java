package tillbook.desktop.paper;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import tillbook.printing.paper.Bitmap;
import tillbook.printing.paper.Paper;
import tillbook.printing.paper.PaperLines;
import tillbook.printing.paper.Run;
import tillbook.printing.paper.Strip;

/**
 * Draws what came out of a printer: letters in the printer's cells, codes and pictures dot by dot. One way for every
 * screen and every file, so that no picture of a receipt shows what its paper does not. Owned by the drawing thread.
 */
public final class PaperPainter {
    /** White on each side, as rolls are a little wider than their print. */
    public static final int MARGIN_DOTS = 24;

    /** Of one picture: graphics cards refuse larger ones. */
    private static final double CANVAS_MAX = 2_000;

    private static final int BLACK = 0xFF000000;
    private static final double UNDERLINE_DOTS = 2;
    private static final double DASH_DOTS = 12;

    private final CellFont font = CellFont.here();

    /** How wide the picture of a paper is in dots. */
    public static int widthDots(Paper paper) {
        return paper.dots() + 2 * MARGIN_DOTS;
    }

    /**
     * As something to show. A screen reader reads its words.
     *
     * @param width of the picture on the screen, pixels
     */
    public Node node(Paper paper, double width) {
        VBox all = new VBox();
        all.getChildren().setAll(canvases(paper, width / widthDots(paper)));
        all.setAccessibleRole(AccessibleRole.TEXT);
        all.setAccessibleText(String.join("\n", PaperLines.of(paper)));
        all.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        all.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return all;
    }

    /** As an image, a pixel a dot. */
    public WritableImage image(Paper paper) {
        List<Canvas> parts = canvases(paper, 1);
        int height = (int) parts.stream().mapToDouble(Canvas::getHeight).sum();
        WritableImage image = new WritableImage(widthDots(paper), height);
        int top = 0;
        for (Canvas part : parts) {
            WritableImage drawn = part.snapshot(null, null);
            int rows = (int) part.getHeight();
            image.getPixelWriter().setPixels(0, top, widthDots(paper), rows, drawn.getPixelReader(), 0, 0);
            top += rows;
        }
        return image;
    }

    /** One below the other, each a number of whole strips. */
    private List<Canvas> canvases(Paper paper, double scale) {
        List<Canvas> all = new ArrayList<>();
        List<Strip> part = new ArrayList<>();
        double height = MARGIN_DOTS;
        for (Strip strip : paper.strips()) {
            if (!part.isEmpty() && (height + strip.heightDots()) * scale > CANVAS_MAX) {
                all.add(canvas(paper, part, all.isEmpty() ? MARGIN_DOTS : 0, 0, scale));
                part = new ArrayList<>();
                height = 0;
            }
            part.add(strip);
            height += strip.heightDots();
        }
        all.add(canvas(paper, part, all.isEmpty() ? MARGIN_DOTS : 0, MARGIN_DOTS, scale));
        return all;
    }

    private Canvas canvas(Paper paper, List<Strip> strips, int above, int below, double scale) {
        int width = widthDots(paper);
        int height = above + strips.stream().mapToInt(Strip::heightDots).sum() + below;
        Canvas canvas = new Canvas(Math.round(width * scale), Math.ceil(height * scale));
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.setFill(Color.WHITE);
        pen.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        pen.scale(scale, scale);
        pen.setImageSmoothing(scale < 1);
        double top = above;
        for (Strip strip : strips) {
            draw(strip, top, width, pen);
            top += strip.heightDots();
        }
        return canvas;
    }

    private void draw(Strip strip, double top, int width, GraphicsContext pen) {
        switch (strip) {
            case Strip.Line line -> line(line, top, pen);
            case Strip.Picture picture -> pen.drawImage(image(picture.bitmap()), MARGIN_DOTS + picture.leftDots(), top);
            case Strip.Feed _ -> {}
            case Strip.Cut _ -> cut(top, width, pen);
        }
    }

    private void line(Strip.Line line, double top, GraphicsContext pen) {
        int tallest = line.runs().stream().mapToInt(Run::high).max().orElse(1);
        for (Run run : line.runs()) {
            pen.save();
            pen.translate(MARGIN_DOTS + run.leftDots(), top + (tallest - run.high()) * Run.HEIGHT_DOTS);
            pen.scale(run.wide(), run.high());
            run(run, pen);
            pen.restore();
        }
    }

    private void run(Run run, GraphicsContext pen) {
        double width = (double) run.widthDots() / run.wide();
        pen.setFill(Color.BLACK);
        if (run.reverse()) {
            pen.fillRect(0, 0, width, Run.HEIGHT_DOTS);
            pen.setFill(Color.WHITE);
        }
        font.write(run, pen);
        if (run.underlined()) pen.fillRect(0, Run.HEIGHT_DOTS - UNDERLINE_DOTS, width, UNDERLINE_DOTS);
    }

    private static void cut(double top, int width, GraphicsContext pen) {
        pen.setFill(Color.GRAY);
        for (double left = 0; left < width; left += 2 * DASH_DOTS) pen.fillRect(left, top, DASH_DOTS, 1);
    }

    private static WritableImage image(Bitmap bitmap) {
        int width = bitmap.width();
        WritableImage image = new WritableImage(width, bitmap.height());
        int[] row = new int[width];
        for (int y = 0; y < bitmap.height(); y++) {
            for (int x = 0; x < width; x++) row[x] = bitmap.isBlack(x, y) ? BLACK : 0;
            image.getPixelWriter().setPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
        }
        return image;
    }
}
