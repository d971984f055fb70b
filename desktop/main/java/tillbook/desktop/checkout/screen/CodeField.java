package tillbook.desktop.checkout.screen;

import javafx.scene.control.TextField;

/** A field for codes and numbers: no input method stands between the keyboard and it. */
final class CodeField extends TextField {
    CodeField(String id) {
        setId(id);
        skinProperty().addListener((_, _, _) -> setInputMethodRequests(null));
    }
}
