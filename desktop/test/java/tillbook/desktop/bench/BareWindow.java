package tillbook.desktop.bench;

import java.io.OutputStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** A window with one field and nothing else, in a process of its own: the least that a start can take. */
public final class BareWindow {
    private BareWindow() {}

    /** Says on standard output when the field has the focus, and ends with standard input. */
    public static void main(String[] arguments) throws Exception {
        Platform.startup(BareWindow::show);
        System.in.transferTo(OutputStream.nullOutputStream());
        Platform.exit();
    }

    private static void show() {
        TextField field = new TextField();
        field.focusedProperty().subscribe(focused -> {
            if (focused) System.out.println(ReadyToScan.READY);
        });
        Stage stage = new Stage();
        stage.setScene(new Scene(new StackPane(field), 1366, 768));
        stage.show();
        field.requestFocus();
    }
}
