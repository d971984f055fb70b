package tillbook.desktop.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/** A person at the window, with a keyboard, a pointer and a scanner that types. Used by a test's thread. */
final class Cashier {
    private static final long WITHIN_MS = 20_000;

    /** No person is quicker, and no thread that stands still is believed longer. */
    private static final long PERSON_MS = 2_500;

    /** The least side of what is touched, px. */
    private static final double FINGER = 48;

    private final Stage stage;
    private final AtomicLong nanos;
    private Point2D finger = Point2D.ZERO;

    Cashier(Stage stage, WindowShop shop) {
        this.stage = stage;
        this.nanos = shop.keyNanos;
    }

    // Doing.

    /** A scanner types, with so many milliseconds between two keys. */
    void scans(String code, long gapMs) {
        waits(() -> onFx(stage::isFocused), () -> "the window to have the focus");
        scansInFront(code, gapMs);
    }

    /** A scanner types into whichever window is in front. */
    void scansInFront(String code, long gapMs) {
        scansAfter(code, PERSON_MS, gapMs);
    }

    /** A scanner types, so long after the key before. */
    void scansAfter(String code, long afterMs, long gapMs) {
        keys(code, afterMs, gapMs);
        key(KeyCode.ENTER, gapMs);
    }

    /** A part of what a scanner types, so long after the key before. */
    void keys(String text, long afterMs, long gapMs) {
        for (int i = 0; i < text.length(); i++) key(keyOf(text.charAt(i)), i == 0 ? afterMs : gapMs);
    }

    void scans(String code) {
        scans(code, 2);
    }

    /** A person types, slower than any scanner. */
    void types(String text) {
        for (int i = 0; i < text.length(); i++) {
            key(keyOf(text.charAt(i)), PERSON_MS);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static KeyCode keyOf(char c) {
        if (c == ' ') return KeyCode.SPACE;
        return c == '.' ? KeyCode.PERIOD : KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(c)));
    }

    void presses(KeyCode code) {
        key(code, PERSON_MS);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** What a person pressed while the screen stood still: it comes all at once, before anything is drawn or answered. */
    void pressesAtOnce(KeyCode... keys) {
        onFx(() -> {
            for (KeyCode key : keys) key(key, PERSON_MS);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void key(KeyCode code, long afterMs) {
        onFx(() -> {
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(afterMs));
            Robot robot = new Robot();
            robot.keyPress(code);
            robot.keyRelease(code);
            return true;
        });
    }

    /** Touches the middle of a thing on the screen, once it has its place there. */
    void touches(String id) {
        seesThing(id);
        onFx(() -> {
            laysOut();
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(PERSON_MS));
            click(node(id));
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Touches the middle of a thing so long after whatever was done before; nobody looks whether it is there by then. */
    void touchesAfter(String id, long afterMs) {
        onFx(() -> {
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(afterMs));
            click(node(id));
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Touches the same place again, so long after. */
    void tapsAgain(long afterMs) {
        onFx(() -> {
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(afterMs));
            click(finger);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Until this lies where was touched last. */
    void waitsUnderTheFinger(String id) {
        waits(
                () -> onFx(() -> node(id) != null
                        && node(id).localToScreen(node(id).getBoundsInLocal()).contains(finger)),
                () -> "#" + id + " under the finger");
    }

    private void click(Node node) {
        var bounds = node.localToScreen(node.getBoundsInLocal());
        click(new Point2D(bounds.getCenterX(), bounds.getCenterY()));
    }

    private void click(Point2D place) {
        finger = place;
        Robot robot = new Robot();
        robot.mouseMove(place);
        robot.mouseClick(MouseButton.PRIMARY);
    }

    /** Touches a row on the left by its place, from 0. */
    void touchesRow(int place) {
        touchesRow("lines", place);
    }

    /** Touches a row of this list by its place, from 0. */
    void touchesRow(String list, int place) {
        onFx(() -> {
            laysOut();
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(PERSON_MS));
            ListCell<?> cell = stage.getScene().getRoot().lookupAll("#" + list + " .list-cell").stream()
                    .map(ListCell.class::cast)
                    .filter(row -> !row.isEmpty() && row.getIndex() == place)
                    .findFirst()
                    .orElseThrow();
            var bounds = cell.localToScreen(cell.getBoundsInLocal());
            Robot robot = new Robot();
            robot.mouseMove(bounds.getMinX() + 40, bounds.getCenterY());
            robot.mouseClick(MouseButton.PRIMARY);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    // Seeing.

    /** Buttons and fields that no finger hits, empty if there are none. */
    String tooSmall() {
        return onFx(() -> {
            laysOut();
            return stage.getScene().getRoot().lookupAll(".button, .text-field").stream()
                    .filter(Cashier::isShown)
                    .map(Region.class::cast)
                    .filter(node -> node.getHeight() < FINGER || node.getWidth() < FINGER)
                    .map(node -> node.getId() + " " + node.getWidth() + " × " + node.getHeight())
                    .collect(Collectors.joining(", "));
        });
    }

    /** What has just come has no size before the next pulse, which a busy machine lets wait. */
    private void laysOut() {
        Parent root = stage.getScene().getRoot();
        root.applyCss();
        root.layout();
    }

    String reads(String id) {
        return onFx(() -> switch (node(id)) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl field -> field.getText();
            case null -> "";
            case Pane pane ->
                pane.lookupAll(".label").stream()
                        .map(Labeled.class::cast)
                        .map(Labeled::getText)
                        .collect(Collectors.joining("\n"));
            default -> throw new AssertionError(id + " has no text");
        });
    }

    boolean sees(String id) {
        return onFx(() -> {
            Node node = node(id);
            return node != null && isShown(node);
        });
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (!at.isVisible()) return false;
        return true;
    }

    void seesThing(String id) {
        waits(() -> sees(id), () -> "#" + id + " on the screen; the state there is: " + reads("state-title"));
    }

    void seesText(String id, String text) {
        waits(() -> sees(id) && reads(id).contains(text), () -> "#" + id + " saying " + text + ", not: " + reads(id));
    }

    static void waits(BooleanSupplier holds, Supplier<String> what) {
        try {
            WaitForAsyncUtils.waitFor(WITHIN_MS, TimeUnit.MILLISECONDS, holds::getAsBoolean);
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain for " + what.get(), e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** What the last row on the left says. */
    String lastRow() {
        return onFx(() -> {
            ListView<?> list = (ListView<?>) node("lines");
            return list.getItems().isEmpty()
                    ? ""
                    : String.valueOf(list.getItems().getLast());
        });
    }

    void closesTheWindow() {
        onFx(() -> {
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return true;
        });
    }

    boolean hasFocus(String id) {
        return onFx(() -> node(id) != null && node(id).isFocused());
    }

    Node node(String id) {
        return stage.getScene().lookup("#" + id);
    }

    <T> T inWindow(java.util.function.Function<Stage, T> look) {
        return onFx(() -> look.apply(stage));
    }

    static <T> T onFx(Callable<T> work) {
        try {
            if (Platform.isFxApplicationThread()) return work.call();
            return WaitForAsyncUtils.asyncFx(work).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    // Pictures.

    void size(double width, double height) {
        onFx(() -> {
            stage.setMaximized(false);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    void photographs(Path file) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage image = onFx(() -> {
            Scene scene = stage.getScene();
            laysOut();
            return scene.snapshot(null);
        });
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage png = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        png.setRGB(0, 0, width, height, pixels, 0, width);
        Files.createDirectories(file.getParent());
        ImageIO.write(png, "png", file.toFile());
    }
}
