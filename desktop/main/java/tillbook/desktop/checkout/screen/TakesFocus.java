package tillbook.desktop.checkout.screen;

import javafx.scene.control.TextField;

/** A panel with a field of its own, which has the focus while the panel is open. */
interface TakesFocus {
    TextField field();
}
