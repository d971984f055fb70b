package tillbook.journal;

import tillbook.journal.JournalEvent.SaleAbandoned;
import tillbook.journal.JournalEvent.SaleFrozen;
import tillbook.journal.JournalEvent.SaleReleased;
import tillbook.sale.Line;
import tillbook.sale.LineKind;
import tillbook.sale.Sale;

/** How a line, a sale and the sale's events lie on the tape. */
public final class SaleFormat {
    private SaleFormat() {}

    public static void write(FieldWriter out, Line line) {
        out.number(Names.NUMBER, line.number())
                .text(Names.CODE, line.code())
                .text(Names.NAME, line.name())
                .text(Names.UNIT, line.unit())
                .quantity(Names.QUANTITY, line.quantity())
                .money(Names.UNIT_PRICE, line.unitPrice())
                .money(Names.DISCOUNT, line.discount())
                .number(Names.TAX_RATE_PERMYRIAD, line.taxRatePermyriad())
                .word(Names.KIND, line.kind());
    }

    public static Line line(FieldReader in) {
        return new Line(
                in.count(Names.NUMBER),
                in.text(Names.CODE),
                in.text(Names.NAME),
                in.text(Names.UNIT),
                in.quantity(Names.QUANTITY),
                in.money(Names.UNIT_PRICE),
                in.money(Names.DISCOUNT),
                in.count(Names.TAX_RATE_PERMYRIAD),
                in.word(Names.KIND, LineKind.class));
    }

    public static void write(FieldWriter out, Sale sale) {
        out.receipt(Names.NUMBER, sale.number())
                .number(Names.BASKET, sale.basket())
                .list(Names.LINES, sale.lines(), SaleFormat::write)
                .money(Names.AMOUNT, sale.amount());
    }

    public static Sale sale(FieldReader in) {
        return new Sale(
                in.receipt(Names.NUMBER),
                in.number(Names.BASKET),
                in.list(Names.LINES, SaleFormat::line),
                in.money(Names.AMOUNT));
    }

    static void write(FieldWriter out, SaleFrozen frozen) {
        out.object(Names.SALE, frozen.sale(), SaleFormat::write);
    }

    static SaleFrozen frozen(FieldReader in) {
        return new SaleFrozen(in.object(Names.SALE, SaleFormat::sale));
    }

    static void write(FieldWriter out, SaleReleased released) {
        out.receipt(Names.RECEIPT, released.receipt());
    }

    static SaleReleased released(FieldReader in) {
        return new SaleReleased(in.receipt(Names.RECEIPT));
    }

    static void write(FieldWriter out, SaleAbandoned abandoned) {
        out.receipt(Names.RECEIPT, abandoned.receipt()).text(Names.BY, abandoned.by());
    }

    static SaleAbandoned abandoned(FieldReader in) {
        return new SaleAbandoned(in.receipt(Names.RECEIPT), in.text(Names.BY));
    }
}
