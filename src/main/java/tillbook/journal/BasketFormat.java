package tillbook.journal;

import tillbook.journal.JournalEvent.BasketDropped;
import tillbook.journal.JournalEvent.LineAdded;
import tillbook.journal.JournalEvent.LineQuantityChanged;
import tillbook.journal.JournalEvent.LineVoided;

/** How the basket's events lie on the tape. */
final class BasketFormat {
    private BasketFormat() {}

    static void write(FieldWriter out, LineAdded added) {
        out.number(Names.BASKET, added.basket()).object(Names.LINE, added.line(), SaleFormat::write);
    }

    static LineAdded added(FieldReader in) {
        return new LineAdded(in.number(Names.BASKET), in.object(Names.LINE, SaleFormat::line));
    }

    static void write(FieldWriter out, LineQuantityChanged changed) {
        out.number(Names.BASKET, changed.basket())
                .number(Names.LINE, changed.line())
                .quantity(Names.QUANTITY, changed.quantity());
    }

    static LineQuantityChanged quantityChanged(FieldReader in) {
        return new LineQuantityChanged(in.number(Names.BASKET), in.count(Names.LINE), in.quantity(Names.QUANTITY));
    }

    static void write(FieldWriter out, LineVoided voided) {
        out.number(Names.BASKET, voided.basket())
                .number(Names.LINE, voided.line())
                .text(Names.BY, voided.by());
    }

    static LineVoided voided(FieldReader in) {
        return new LineVoided(in.number(Names.BASKET), in.count(Names.LINE), in.text(Names.BY));
    }

    static void write(FieldWriter out, BasketDropped dropped) {
        out.number(Names.BASKET, dropped.basket()).text(Names.BY, dropped.by());
    }

    static BasketDropped dropped(FieldReader in) {
        return new BasketDropped(in.number(Names.BASKET), in.text(Names.BY));
    }
}
