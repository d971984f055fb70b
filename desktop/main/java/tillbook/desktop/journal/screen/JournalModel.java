package tillbook.desktop.journal.screen;

import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tillbook.desktop.checkout.screen.Tone;

/** Everything the journal's screen shows. Filled by its interactor. Owned by the drawing thread. */
final class JournalModel {
    /** What is looked for. */
    final StringProperty text = new SimpleStringProperty("");

    final ObjectProperty<StateFilter> filter = new SimpleObjectProperty<>(StateFilter.ALL);
    final ObjectProperty<Optional<LocalDate>> day = new SimpleObjectProperty<>(Optional.empty());
    final StringProperty dayLabel = new SimpleStringProperty("");

    /** The page of sales that fit. */
    final ObservableList<SaleLine> rows = FXCollections.observableArrayList();

    /** The place of the marked one among them, -1 if there is none. */
    final IntegerProperty marked = new SimpleIntegerProperty(-1);

    /** How many there are, and how many a filter hides. */
    final StringProperty count = new SimpleStringProperty("");

    /** What stands where rows would be. */
    final StringProperty none = new SimpleStringProperty("");

    /** Whether the journal was asked and has not answered yet. */
    final BooleanProperty asking = new SimpleBooleanProperty();

    final ObjectProperty<Said> said = new SimpleObjectProperty<>(Said.NONE);
    final ObjectProperty<CasePicture> opened = new SimpleObjectProperty<>(CasePicture.NONE);

    /**
     * One calm sentence above everything.
     *
     * @param code the fault catalogue's, empty if it has none
     */
    record Said(Tone tone, String code, String sentence) {
        static final Said NONE = new Said(Tone.PLAIN, "", "");
    }
}
