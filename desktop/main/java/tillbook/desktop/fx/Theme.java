package tillbook.desktop.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.stage.Window;

/**
 * The look of every window, dialogs and menus included: AtlantaFX below, our roles over it. A screen names a role such as
 * {@code -till-ok-soft}, never a colour. Owned by the drawing thread.
 */
public final class Theme {
    private static final String SHEET = sheet("till.css");

    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.LIGHT);

    /** A theme that follows every window there is and every one to come. */
    public static Theme everywhere(Look first) {
        Theme theme = new Theme();
        theme.look.addListener((_, _, _) -> theme.dressAll());
        theme.look.set(first);
        Window.getWindows().addListener((ListChangeListener<Window>) change -> {
            while (change.next()) change.getAddedSubList().forEach(theme::dress);
        });
        theme.dressAll();
        return theme;
    }

    /** The look; setting it changes every window at once. */
    public ObjectProperty<Look> look() {
        return look;
    }

    private void dressAll() {
        Application.setUserAgentStylesheet(
                look.get() == Look.DARK
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        List.copyOf(Window.getWindows()).forEach(this::dress);
    }

    private void dress(Window window) {
        Scene scene = window.getScene();
        if (scene != null) dress(scene);
        else
            window.sceneProperty().addListener((_, _, set) -> {
                if (set != null) dress(set);
            });
    }

    /** For a scene that is not yet in a window. */
    public void dress(Scene scene) {
        List<String> ours = List.of(sheet(look.get().word() + ".css"), SHEET);
        if (scene.getStylesheets().equals(ours)) return;
        scene.getStylesheets().setAll(ours);
    }

    private static String sheet(String name) {
        URL found = Theme.class.getResource("/tillbook/desktop/fx/" + name);
        if (found == null) throw new IllegalStateException("a style sheet is missing from this build: " + name);
        return found.toExternalForm();
    }
}
