package tillbook.desktop.practice;

import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import tillbook.catalog.Good;
import tillbook.desktop.trouble.TroubleAnswer;
import tillbook.desktop.trouble.TroubleCode;
import tillbook.printing.paper.Paper;
import tillbook.receipt.Receipt;

/** Everything the practice panel shows; knows no control. Owned by the drawing thread. */
final class PracticeModel {
    /** What stands in the panel. */
    enum Tab {
        GOODS,
        CODES,
        TROUBLES,
        PRINTER,
        /** Every trouble, by its code in the fault catalogue. */
        FAULTS,
        RECEIPT
    }

    final BooleanProperty open = new SimpleBooleanProperty();
    final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.GOODS);
    final ObjectProperty<List<Good>> goods = new SimpleObjectProperty<>(List.of());
    /** Troubles that wait for the next payment. */
    final ObjectProperty<Set<Drill>> waiting = new SimpleObjectProperty<>(Set.of());
    /** The provider's control address answers. */
    final BooleanProperty reachable = new SimpleBooleanProperty(true);
    /** What came out of the practice printer and was not torn off, null where it is not in this program. */
    final ObjectProperty<@Nullable Paper> paper = new SimpleObjectProperty<>();
    /** Troubles of the printer's that are on. */
    final ObjectProperty<Set<PaperDrill>> ills = new SimpleObjectProperty<>(Set.of());
    /** Troubles by code that can be made here. */
    final ObjectProperty<List<TroubleCode>> here = new SimpleObjectProperty<>(List.of());
    /** Those of them that are on. */
    final ObjectProperty<Set<TroubleCode>> on = new SimpleObjectProperty<>(Set.of());
    /** The one that was touched, and asks first; null for none. */
    final ObjectProperty<@Nullable TroubleCode> asks = new SimpleObjectProperty<>();
    /** What came of the last one where it is not as it was wanted, else null. */
    final ObjectProperty<@Nullable TroubleAnswer> answer = new SimpleObjectProperty<>();
    /** Of the last sale that was paid, null before the first. */
    final ObjectProperty<@Nullable Receipt> receipt = new SimpleObjectProperty<>();
}
