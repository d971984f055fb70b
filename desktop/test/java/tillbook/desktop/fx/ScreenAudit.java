package tillbook.desktop.fx;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Looks at a drawn screen as a strict person would: text that is cut, too small or runs out of the window, characters without a
 * glyph, and text too weak against what lies behind it (WCAG 2.2 AA, 1.4.3). On the drawing thread.
 */
public final class ScreenAudit {
    private static final double RATIO_MIN = 4.5;
    private static final double RATIO_MIN_LARGE = 3;
    private static final double LARGE_PX = 24;
    private static final double LARGE_BOLD_PX = 18.66;

    /** No text is smaller. */
    private static final double PX_MIN = 14;

    private static final double TOLERANCE_PX = 1.5;

    /** Many pictures are drawn, and few are looked at. */
    private static final float QUICK = 0.9f;

    /** In the private use area: no font has it, so this is what a missing glyph looks like. */
    private static final String NOBODY_HAS_IT = "\uEFF3";

    private static final Map<String, Boolean> DRAWABLE = new HashMap<>();

    private final Scene scene;
    private final int[] pixels;
    private final int width;
    private final int height;
    private final List<String> faults = new ArrayList<>();

    private ScreenAudit(Scene scene, WritableImage image) {
        this.scene = scene;
        this.width = (int) image.getWidth();
        this.height = (int) image.getHeight();
        this.pixels = pixels(image);
    }

    /** Everything that is wrong with it, a sentence each; nothing if it is right. The picture is left in {@code png}. */
    public static List<String> faults(Scene scene, Path png) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        WritableImage image = scene.snapshot(null);
        ScreenAudit audit = new ScreenAudit(scene, image);
        audit.write(png);
        audit.look(scene.getRoot());
        return List.copyOf(audit.faults);
    }

    private static int[] pixels(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    private void write(Path png) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try {
            Files.createDirectories(png.getParent());
            Files.deleteIfExists(png);
            try (ImageOutputStream out = ImageIO.createImageOutputStream(png.toFile())) {
                ImageWriteParam quickly = writer.getDefaultWriteParam();
                quickly.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                quickly.setCompressionQuality(QUICK);
                writer.setOutput(out);
                writer.write(null, new IIOImage(picture, null, null), quickly);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    private void look(Node node) {
        if (!node.isVisible() || node.getOpacity() == 0) return;
        if (node instanceof Labeled labeled) cut(labeled);
        if (node instanceof Text text && !text.getText().isBlank()) look(text);
        if (node instanceof Parent parent)
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(this::look);
    }

    /** A control that has too little room draws fewer characters than it was given. */
    private void cut(Labeled labeled) {
        String wanted = labeled.getText();
        if (wanted == null || wanted.isBlank() || !(labeled.lookup(".text") instanceof Text drawn)) return;
        if (!plain(drawn.getText()).equals(plain(wanted)))
            faults.add("cut: “" + wanted + "” is drawn as “" + drawn.getText() + "”");
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private void look(Text text) {
        Bounds bounds = text.localToScene(text.getLayoutBounds());
        if (isScrolledAway(text, bounds)) return;
        if (runsOut(bounds)) {
            faults.add(String.format(
                    Locale.ROOT,
                    "out of the window: “%s” at %.0f,%.0f to %.0f,%.0f",
                    text.getText(),
                    bounds.getMinX(),
                    bounds.getMinY(),
                    bounds.getMaxX(),
                    bounds.getMaxY()));
            return;
        }
        glyphs(text);
        double px = text.getFont().getSize();
        if (px < PX_MIN) faults.add("too small: “" + text.getText() + "” has " + px + " px");
        if (!isDisabled(text)) contrast(text, bounds);
    }

    /** What scrolls may lie outside its view for now. */
    private static boolean isScrolledAway(Node node, Bounds bounds) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!(at instanceof ScrollPane) && !(at instanceof ListView<?>)) continue;
            Bounds view = at.localToScene(at.getLayoutBounds());
            return bounds.getMinY() < view.getMinY() || bounds.getMaxY() > view.getMaxY();
        }
        return false;
    }

    private static boolean isDisabled(Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (at.isDisabled()) return true;
        return false;
    }

    private boolean runsOut(Bounds bounds) {
        return bounds.getMinX() < -TOLERANCE_PX
                || bounds.getMinY() < -TOLERANCE_PX
                || bounds.getMaxX() > scene.getWidth() + TOLERANCE_PX
                || bounds.getMaxY() > scene.getHeight() + TOLERANCE_PX;
    }

    private void glyphs(Text text) {
        text.getText()
                .codePoints()
                .filter(point -> point > ' ' && !Character.isWhitespace(point))
                .mapToObj(Character::toString)
                .filter(character -> !drawable(character, text.getFont()))
                .forEach(character -> faults.add("no glyph for “" + character + "” in “" + text.getText() + "”"));
    }

    private static boolean drawable(String character, Font font) {
        return DRAWABLE.computeIfAbsent(
                font.getFamily() + character, _ -> !Arrays.equals(drawn(character, font), drawn(NOBODY_HAS_IT, font)));
    }

    private static int[] drawn(String character, Font font) {
        Text text = new Text(character);
        text.setFont(Font.font(font.getFamily(), FontWeight.NORMAL, 24));
        return pixels(text.snapshot(new SnapshotParameters(), null));
    }

    private void contrast(Text text, Bounds bounds) {
        if (!(text.getFill() instanceof Color fill)) return;
        int behind = behind(bounds);
        double ratio =
                ratio(luminance(argb(fill.interpolate(color(behind), 1 - fill.getOpacity()))), luminance(behind));
        double px = text.getFont().getSize();
        boolean bold = text.getFont().getStyle().toLowerCase(Locale.ROOT).contains("bold");
        boolean large = px >= LARGE_PX || (bold && px >= LARGE_BOLD_PX);
        double least = large ? RATIO_MIN_LARGE : RATIO_MIN;
        if (ratio < least) {
            faults.add(String.format(
                    Locale.ROOT,
                    "contrast %.2f, needs %.1f: “%s” %s on #%06x",
                    ratio,
                    least,
                    text.getText(),
                    fill,
                    behind & 0xffffff));
        }
    }

    /** The colour that most pixels behind and around a text have. */
    private int behind(Bounds bounds) {
        int fromX = Math.max(0, (int) bounds.getMinX() - 2);
        int toX = Math.min(width, (int) bounds.getMaxX() + 3);
        int fromY = Math.max(0, (int) bounds.getMinY());
        int toY = Math.min(height, (int) bounds.getMaxY() + 1);
        int[] area = new int[Math.max(0, toX - fromX) * Math.max(0, toY - fromY)];
        for (int y = fromY, at = 0; y < toY; y++, at += toX - fromX)
            System.arraycopy(pixels, y * width + fromX, area, at, toX - fromX);
        Arrays.sort(area);
        int most = 0xffffffff;
        int longest = 0;
        for (int i = 0, run = 0; i < area.length; i++) {
            run = i > 0 && area[i] == area[i - 1] ? run + 1 : 1;
            if (run > longest) {
                longest = run;
                most = area[i];
            }
        }
        return most;
    }

    private static Color color(int argb) {
        return Color.rgb((argb >> 16) & 0xff, (argb >> 8) & 0xff, argb & 0xff);
    }

    private static int argb(Color color) {
        return (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }

    private static double ratio(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(int argb) {
        return 0.2126 * linear((argb >> 16) & 0xff)
                + 0.7152 * linear((argb >> 8) & 0xff)
                + 0.0722 * linear(argb & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
