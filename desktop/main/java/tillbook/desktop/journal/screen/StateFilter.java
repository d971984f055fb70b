package tillbook.desktop.journal.screen;

import tillbook.journal.search.JournalQuery;
import tillbook.journal.search.SaleState;
import tillbook.journal.search.VoucherState;

/** Which sales are shown, by where they stand. */
enum StateFilter {
    ALL,
    BEING_CHECKED,
    OWED,
    PAID,
    UNPAID,
    ENDED;

    JournalQuery on(JournalQuery query) {
        return switch (this) {
            case ALL -> query;
            case BEING_CHECKED -> query.beingChecked(true);
            case OWED -> query.with(VoucherState.OWED);
            case PAID -> query.in(SaleState.PAID);
            // While an attempt is not decided nobody knows that no money comes.
            case UNPAID -> query.in(SaleState.OPEN).beingChecked(false);
            case ENDED -> query.in(SaleState.ABANDONED).beingChecked(false);
        };
    }

    StateFilter next() {
        return switch (this) {
            case ALL -> BEING_CHECKED;
            case BEING_CHECKED -> OWED;
            case OWED -> PAID;
            case PAID -> UNPAID;
            case UNPAID -> ENDED;
            case ENDED -> ALL;
        };
    }
}
