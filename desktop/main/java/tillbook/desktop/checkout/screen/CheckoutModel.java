package tillbook.desktop.checkout.screen;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import tillbook.sale.ReceiptNumber;

/** Everything the checkout shows, ready to be drawn; knows no control. Owned by the drawing thread. */
final class CheckoutModel {
    /** The top bar. */
    record Head(String shop, String register, String cashier, String clock, String practice, List<Light> lights) {
        static final Head NONE = new Head("", "", "", "", "", List.of());
    }

    /** The last scan, large. */
    record LastScan(String name, String times, String amount) {
        static final LastScan NONE = new LastScan("", "", "");
    }

    final ObjectProperty<Head> head = new SimpleObjectProperty<>(Head.NONE);
    final ObservableList<Row> rows = FXCollections.observableArrayList();
    /** Place in {@link #rows} of the line that keys act upon, -1 if there is none. */
    final IntegerProperty current = new SimpleIntegerProperty(-1);

    final ObjectProperty<LastScan> lastScan = new SimpleObjectProperty<>(LastScan.NONE);
    final ObjectProperty<Panel> panel = new SimpleObjectProperty<>(new Panel.Selling("", "", "", List.of(), List.of()));
    final ObjectProperty<List<Chip>> trayLeft = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<List<Chip>> trayRight = new SimpleObjectProperty<>(List.of());
    /** What is true as long as the register is open, such as data that can only be read. */
    final ObjectProperty<Strip> stays = new SimpleObjectProperty<>(Strip.NONE);

    final ObjectProperty<Strip> strip = new SimpleObjectProperty<>(Strip.NONE);
    final ObjectProperty<Locale> language = new SimpleObjectProperty<>(Locale.SIMPLIFIED_CHINESE);
    /** The sale that the cashier has done with although it is still the one at the counter, null if none. */
    final ObjectProperty<@Nullable ReceiptNumber> dismissed = new SimpleObjectProperty<>();
    /** What a screen reader says when something happened. */
    final StringProperty spoken = new SimpleStringProperty("");
}
