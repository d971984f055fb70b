package tillbook.journal;

import tillbook.journal.JournalEvent.BasketDiscounted;
import tillbook.journal.JournalEvent.BasketDropped;
import tillbook.journal.JournalEvent.BasketHeld;
import tillbook.journal.JournalEvent.BasketRecalled;
import tillbook.journal.JournalEvent.LineAdded;
import tillbook.journal.JournalEvent.LineDiscounted;
import tillbook.journal.JournalEvent.LinePriceChanged;
import tillbook.journal.JournalEvent.LineQuantityChanged;
import tillbook.journal.JournalEvent.LineVoided;
import tillbook.sale.HeldNumber;

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

    static void write(FieldWriter out, LinePriceChanged changed) {
        out.number(Names.BASKET, changed.basket())
                .number(Names.LINE, changed.line())
                .money(Names.PRICE, changed.price())
                .textIfAny(Names.REASON, changed.reason())
                .text(Names.BY, changed.by());
    }

    static LinePriceChanged priceChanged(FieldReader in) {
        return new LinePriceChanged(
                in.number(Names.BASKET),
                in.count(Names.LINE),
                in.money(Names.PRICE),
                in.textIfAny(Names.REASON),
                in.text(Names.BY));
    }

    static void write(FieldWriter out, LineDiscounted discounted) {
        out.number(Names.BASKET, discounted.basket())
                .number(Names.LINE, discounted.line())
                .object(Names.DISCOUNT, discounted.discount(), DiscountFormat::write)
                .text(Names.BY, discounted.by());
    }

    static LineDiscounted lineDiscounted(FieldReader in) {
        return new LineDiscounted(
                in.number(Names.BASKET),
                in.count(Names.LINE),
                in.object(Names.DISCOUNT, DiscountFormat::discount),
                in.text(Names.BY));
    }

    static void write(FieldWriter out, BasketDiscounted discounted) {
        out.number(Names.BASKET, discounted.basket())
                .object(Names.DISCOUNT, discounted.discount(), DiscountFormat::write)
                .text(Names.BY, discounted.by());
    }

    static BasketDiscounted basketDiscounted(FieldReader in) {
        return new BasketDiscounted(
                in.number(Names.BASKET), in.object(Names.DISCOUNT, DiscountFormat::discount), in.text(Names.BY));
    }

    static void write(FieldWriter out, BasketHeld held) {
        out.number(Names.BASKET, held.basket())
                .text(Names.NUMBER, held.number().text())
                .text(Names.NOTE, held.note())
                .text(Names.BY, held.by());
    }

    static BasketHeld held(FieldReader in) {
        return new BasketHeld(
                in.number(Names.BASKET), new HeldNumber(in.text(Names.NUMBER)), in.text(Names.NOTE), in.text(Names.BY));
    }

    static void write(FieldWriter out, BasketRecalled recalled) {
        out.number(Names.BASKET, recalled.basket())
                .text(Names.NUMBER, recalled.number().text())
                .text(Names.BY, recalled.by());
    }

    static BasketRecalled recalled(FieldReader in) {
        return new BasketRecalled(in.number(Names.BASKET), new HeldNumber(in.text(Names.NUMBER)), in.text(Names.BY));
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
