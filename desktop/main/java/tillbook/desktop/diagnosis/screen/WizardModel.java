package tillbook.desktop.diagnosis.screen;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tillbook.desktop.checkout.screen.Choice;
import tillbook.desktop.checkout.screen.Tone;

/** Everything the wizard shows. Filled by its interactor. Owned by the drawing thread. */
final class WizardModel {
    /** How far the person has come. */
    enum Step {
        CHOOSE,
        CHECK,
        CAUSE,
        AGAIN
    }

    final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.CHOOSE);
    final StringProperty title = new SimpleStringProperty("");

    /** What may be chosen at first, in the order of the symptoms. */
    final ObjectProperty<List<Choice>> symptoms = new SimpleObjectProperty<>(List.of());

    /** The place of the one that is likely. */
    final IntegerProperty likely = new SimpleIntegerProperty();

    final ObservableList<CheckRow> rows = FXCollections.observableArrayList();

    /** How many checks have ended, since when, and until when at the latest. */
    final StringProperty counted = new SimpleStringProperty("");

    /** What a light said, empty if nothing did. */
    final StringProperty seen = new SimpleStringProperty("");

    final ObjectProperty<Where> money = new SimpleObjectProperty<>();
    final ObjectProperty<Where> voucher = new SimpleObjectProperty<>();

    /** The causes that are named, most likely first; before that the word that they are looked for. */
    final ObjectProperty<List<CausePicture>> causes = new SimpleObjectProperty<>(List.of());

    /** The place of the one that is told in full. */
    final IntegerProperty shown = new SimpleIntegerProperty();

    /** What was considered and is unlikely, empty if nothing was. */
    final StringProperty considered = new SimpleStringProperty("");

    /** What became of what was open. */
    final ObjectProperty<List<String>> since = new SimpleObjectProperty<>(List.of());

    final ObjectProperty<List<Choice>> choices = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<Said> said = new SimpleObjectProperty<>(Said.NONE);

    /** One calm sentence above everything. */
    record Said(Tone tone, String sentence) {
        static final Said NONE = new Said(Tone.PLAIN, "");
    }
}
