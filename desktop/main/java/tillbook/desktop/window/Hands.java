package tillbook.desktop.window;

import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** A scanner, a keyboard and a finger at a window, without any of them. Owned by the drawing thread. */
final class Hands {
    private final Stage stage;

    Hands(Stage stage) {
        this.stage = stage;
    }

    /** A keyboard scanner types this and Enter. */
    boolean scans(String code) {
        types(code);
        return presses("ENTER");
    }

    /** These letters and digits, whoever types them: so few that no scanner's code is that short are a person's. */
    boolean types(String text) {
        for (char c : text.toCharArray()) key(KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(c))), "" + c);
        return true;
    }

    /** A person presses this key. */
    boolean presses(String name) {
        KeyCode code = KeyCode.valueOf(name);
        key(code, code == KeyCode.ENTER ? "\r" : KeyEvent.CHAR_UNDEFINED);
        return true;
    }

    private void key(KeyCode code, String character) {
        fire(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code);
        if (!character.equals(KeyEvent.CHAR_UNDEFINED)) fire(KeyEvent.KEY_TYPED, character, KeyCode.UNDEFINED);
        fire(KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, code);
    }

    private void fire(EventType<KeyEvent> type, String character, KeyCode code) {
        Node focused = scene().getFocusOwner();
        EventTarget target = focused == null ? scene() : focused;
        Event.fireEvent(target, new KeyEvent(type, character, "", code, false, false, false, false));
    }

    /** Touches the button of this name; false if it is not there. */
    boolean touches(String id) {
        if (!(node(id) instanceof Button button) || button.isDisabled()) return false;
        button.fire();
        return true;
    }

    /** The cross in the corner. */
    boolean closes() {
        Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
        return true;
    }

    /** The words of this thing, empty if it is not there. */
    String reads(String id) {
        return node(id) instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    }

    /** What a person sees. */
    WritableImage looks() {
        scene().getRoot().applyCss();
        scene().getRoot().layout();
        return scene().snapshot(null);
    }

    private Node node(String id) {
        Node found = scene().lookup("#" + id);
        return found == null ? scene().getRoot() : found;
    }

    private Scene scene() {
        return stage.getScene();
    }
}
