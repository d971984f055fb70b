package tillbook.desktop.checkout.screen;

import java.util.Map;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Small drawings beside the words of what is pressed often, so that it is found without reading. They say nothing that the
 * words do not say, and nothing to a screen reader. Stateless; for the drawing thread.
 */
final class Icons {
    private static final Map<String, Feather> OF_BUTTONS = Map.ofEntries(
            Map.entry("scan-pay", Feather.SMARTPHONE),
            Map.entry("find", Feather.SEARCH),
            Map.entry("quantity", Feather.HASH),
            Map.entry("price", Feather.TAG),
            Map.entry("discounting", Feather.PERCENT),
            Map.entry("hold", Feather.PAUSE),
            Map.entry("recall-held", Feather.PLAY),
            Map.entry("void", Feather.TRASH_2),
            Map.entry("more", Feather.MORE_HORIZONTAL),
            Map.entry("back", Feather.ARROW_LEFT),
            Map.entry("next", Feather.ARROW_RIGHT),
            Map.entry("stop", Feather.X_CIRCLE),
            Map.entry("recall", Feather.EDIT),
            Map.entry("resume", Feather.EDIT),
            Map.entry("abandon", Feather.TRASH_2),
            Map.entry("drop", Feather.TRASH_2),
            Map.entry("journal", Feather.BOOK_OPEN),
            Map.entry("find-trouble", Feather.TOOL),
            Map.entry("mend", Feather.TOOL),
            Map.entry("sign-on", Feather.USER),
            Map.entry("language", Feather.GLOBE),
            Map.entry("look", Feather.MOON),
            Map.entry("sounds", Feather.VOLUME_2),
            Map.entry("last-receipt", Feather.FILE_TEXT),
            Map.entry("test-page", Feather.PRINTER),
            Map.entry("printer", Feather.PRINTER),
            Map.entry("print", Feather.PRINTER),
            Map.entry("close", Feather.POWER),
            Map.entry("close-now", Feather.POWER),
            Map.entry("again", Feather.REFRESH_CW),
            Map.entry("ask-again", Feather.REFRESH_CW));

    private Icons() {}

    /** A new drawing for the button of this id; most have none. */
    static Optional<Node> of(String id) {
        return Optional.ofNullable(OF_BUTTONS.get(id)).map(Icons::drawn);
    }

    private static Node drawn(Feather feather) {
        FontIcon icon = new FontIcon(feather);
        icon.getStyleClass().add("icon");
        icon.setMouseTransparent(true);
        icon.setAccessibleRole(AccessibleRole.NODE);
        return icon;
    }
}
