package tillbook.desktop.checkout.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.event.EventTarget;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * A finger that meant what stood there a moment ago does not hit what came in its place: a pointer that is pressed where
 * the choice was not for the whole dead time does nothing, nor does Enter for a main button that came just now. Other keys are not held up. Owned by the drawing thread.
 */
final class TapGuard {
    /** Longer than the taps of a double tap are apart, shorter than it takes to see something new and to reach for it. */
    static final long DEAD_MS = 400;

    private static final long DEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(DEAD_MS);

    /** Where a choice stands since when. */
    private record Place(Bounds area, long sinceNanos) {}

    private final Parent guarded;
    private final LongSupplier nanos;
    private final Runnable looks = this::look;
    /** By the choice's id, oldest first: what ended before the dead time is forgotten. */
    private Map<String, List<Place>> places = Map.of();

    /**
     * Guards the choices below a node.
     *
     * @param nanos the clock by which people are timed, any origin
     */
    TapGuard(Parent guarded, LongSupplier nanos) {
        this.guarded = guarded;
        this.nanos = nanos;
        guarded.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        guarded.sceneProperty().addListener((_, before, now) -> moves(before, now));
        moves(null, guarded.getScene());
    }

    private void moves(@Nullable Scene before, @Nullable Scene now) {
        places = Map.of();
        if (before != null) before.removePostLayoutPulseListener(looks);
        if (now != null) now.addPostLayoutPulseListener(looks);
    }

    /** There is something else: it is laid out at once, so that what is noted is where it will be seen. */
    void changed() {
        guarded.applyCss();
        guarded.layout();
        look();
    }

    /** Notes what stands where, whenever it was laid out. */
    void look() {
        long now = nanos.getAsLong();
        Map<String, List<Place>> seen = new HashMap<>();
        for (Node node : guarded.lookupAll(".key")) {
            Bounds area = node.localToScene(node.getLayoutBounds());
            seen.put(node.getId(), after(places.getOrDefault(node.getId(), List.of()), new Place(area, now)));
        }
        places = seen;
    }

    private static List<Place> after(List<Place> before, Place now) {
        if (before.isEmpty()) return List.of(now);
        if (before.getLast().area().equals(now.area())) return before;
        List<Place> all = new ArrayList<>(before);
        all.add(now);
        while (all.size() > 1 && now.sinceNanos() - all.get(1).sinceNanos() > DEAD_NANOS) all.removeFirst();
        return all;
    }

    private void pressed(MouseEvent press) {
        KeyButton button = button(press.getTarget());
        if (button != null && !isSettled(button, press.getSceneX(), press.getSceneY())) press.consume();
    }

    /** Whether this choice came just now. */
    boolean isNew(String id) {
        List<Place> known = places.getOrDefault(id, List.of());
        return known.isEmpty() || nanos.getAsLong() - known.getFirst().sinceNanos() < DEAD_NANOS;
    }

    /** Whether this point was the choice's all the time. */
    private boolean isSettled(KeyButton button, double x, double y) {
        if (isNew(button.getId())) return false;
        List<Place> known = places.getOrDefault(button.getId(), List.of());
        long now = nanos.getAsLong();
        for (int i = 0; i < known.size(); i++) {
            boolean over = i + 1 < known.size() && now - known.get(i + 1).sinceNanos() >= DEAD_NANOS;
            if (!over && !known.get(i).area().contains(x, y)) return false;
        }
        return true;
    }

    private @Nullable KeyButton button(EventTarget target) {
        Node node = target instanceof Node hit ? hit : null;
        while (node != null && !(node instanceof KeyButton)) node = node.getParent();
        return (KeyButton) node;
    }
}
