package tillbook.desktop.fx;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Takes a scanner's burst of keys out of whichever window has the focus, before any button or field acts on its Enter, and
 * gives the field that had the focus its old text back. Owned by the drawing thread.
 */
public final class WedgeFilter {
    private final WedgeBurst burst = new WedgeBurst();
    private final LongSupplier nanos;
    private final Consumer<String> sink;
    private final Supplier<@Nullable TextInputControl> home;
    private final Predicate<@Nullable Node> isForCodes;
    private final EventHandler<KeyEvent> handler = this::filter;
    private final ListChangeListener<Window> windows = this::changed;
    private @Nullable Before before;
    private boolean swallowsEnter;
    private final AnimationTimer heart = new AnimationTimer() {
        @Override
        public void handle(long now) {
            burst.beat();
            if (!burst.isAwaited(nanos.getAsLong())) stop();
        }
    };

    /** What a field held before the burst. */
    private record Before(TextInputControl field, String text, int anchor, int caret) {
        static @Nullable Before of(@Nullable Node focused) {
            return focused instanceof TextInputControl field
                    ? new Before(
                            field,
                            field.getText() == null ? "" : field.getText(),
                            field.getAnchor(),
                            field.getCaretPosition())
                    : null;
        }

        void giveBack() {
            field.setText(text);
            field.selectRange(anchor, caret);
        }
    }

    private WedgeFilter(
            LongSupplier nanos,
            Supplier<@Nullable TextInputControl> home,
            Predicate<@Nullable Node> isForCodes,
            Consumer<String> sink) {
        this.isForCodes = isForCodes;
        this.nanos = nanos;
        this.home = home;
        this.sink = sink;
    }

    /**
     * Listens on every window there is and every one to come.
     *
     * @param nanos any origin, never goes back
     * @param home the field that gets what is typed while no field has the focus, null if there is none just now
     * @param isForCodes whether a field is for codes alone, so that what was begun in it shortly before belongs to a scan
     * @param sink gets each code, on the drawing thread, after the field has its text back
     */
    public static WedgeFilter everywhere(
            LongSupplier nanos,
            Supplier<@Nullable TextInputControl> home,
            Predicate<@Nullable Node> isForCodes,
            Consumer<String> sink) {
        WedgeFilter filter = new WedgeFilter(nanos, home, isForCodes, sink);
        List.copyOf(Window.getWindows()).forEach(filter::listen);
        Window.getWindows().addListener(filter.windows);
        return filter;
    }

    /** The same where no field is for codes alone. */
    public static WedgeFilter everywhere(
            LongSupplier nanos, Supplier<@Nullable TextInputControl> home, Consumer<String> sink) {
        return everywhere(nanos, home, _ -> false, sink);
    }

    /** Listens no more. */
    public void end() {
        Window.getWindows().removeListener(windows);
        Window.getWindows().forEach(window -> window.removeEventFilter(KeyEvent.ANY, handler));
    }

    private void changed(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) change.getAddedSubList().forEach(this::listen);
    }

    /** A menu that pops up has its keys from the window below it, where they were seen already. */
    private void listen(Window window) {
        if (window instanceof PopupWindow) return;
        window.addEventFilter(KeyEvent.ANY, handler);
    }

    private void filter(KeyEvent event) {
        if (event.getEventType() == KeyEvent.KEY_TYPED) typed(event);
        else if (event.getEventType() == KeyEvent.KEY_PRESSED) pressed(event);
        else if (event.getCode() == KeyCode.ENTER && swallowsEnter) event.consume();
    }

    private void typed(KeyEvent event) {
        String character = event.getCharacter();
        if (character.isEmpty() || event.isShortcutDown()) return;
        char c = character.charAt(0);
        if (c == '\r' || c == '\n') {
            if (swallowsEnter) event.consume();
        } else if (c >= ' ' && c != 127) {
            character(c, event);
        }
    }

    private void character(char c, KeyEvent event) {
        heart.start();
        Node into = isText(event) ? focused(event) : home.get();
        if (burst.typed(c, nanos.getAsLong(), isForCodes.test(into))) before = Before.of(into);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            burst.ended(nanos.getAsLong()).ifPresentOrElse(code -> scanned(code, event), () -> swallowsEnter = false);
        } else if (event.getCode() == KeyCode.SPACE && burst.isUnderWay(nanos.getAsLong()) && !isText(event)) {
            // A blank within a code would press the button that has the focus.
            event.consume();
        }
    }

    private void scanned(String code, KeyEvent event) {
        event.consume();
        swallowsEnter = true;
        if (before != null) before.giveBack();
        before = null;
        sink.accept(code);
    }

    private static boolean isText(KeyEvent event) {
        return focused(event) instanceof TextInputControl;
    }

    private static @Nullable Node focused(KeyEvent event) {
        return event.getSource() instanceof Window window && window.getScene() != null
                ? window.getScene().getFocusOwner()
                : null;
    }
}
