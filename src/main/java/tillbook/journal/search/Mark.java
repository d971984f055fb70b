package tillbook.journal.search;

import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import tillbook.sale.Line;

/**
 * A fingerprint of a row's content, 64 bits, kept beside the row: the database has no checksum over its pages, so a
 * flipped bit would otherwise be read as a fact. The sum of a table's marks stands in {@code meta}, which finds a row
 * that is missing. Not a defence against an attacker; that is the tape's chain.
 *
 * <p>Used by one thread.
 */
final class Mark {
    private static final long SEED = 0x9E3779B97F4A7C15L;

    private long sum = SEED;

    static long of(SaleRow row) {
        SaleRow.Opening opening = row.opening();
        SaleRow.MoneySide money = row.money();
        return new Mark()
                .and(row.id())
                .and(row.receipt().text())
                .and(opening.basket())
                .and(opening.day().toEpochDay())
                .and(opening.at())
                .and(opening.cashier())
                .and(opening.shift())
                .and(opening.amount().fen())
                .and(opening.lines())
                .and(opening.firstItem())
                .and(row.state().name())
                .and(money.paidFen())
                .and(money.paidAt())
                .and(Columns.means(money.means()))
                .and(money.attemptsOpen())
                .and(row.voucher().state().name())
                .and(row.voucher().job())
                .and(row.voucher().held())
                .and(row.voucher().copies())
                .sum;
    }

    static long of(AttemptRow row) {
        AttemptRow.Progress progress = row.progress();
        return new Mark()
                .and(row.id())
                .and(row.sale())
                .and(row.receipt().text())
                .and(row.tender())
                .and(row.attempt())
                .and(row.order().text())
                .and(row.provider())
                .and(row.amount().fen())
                .and(row.maskedCode())
                .and(row.createdAt())
                .and(progress.state())
                .and(progress.tradeNumber())
                .and(progress.code())
                .and(progress.subCode())
                .and(progress.decidedAt())
                .and(progress.cancel())
                .and(progress.goodsKept() ? 1 : 0)
                .and(progress.settlement())
                .sum;
    }

    static long of(TenderRow row) {
        return new Mark()
                .and(row.id())
                .and(row.sale())
                .and(row.number())
                .and(row.means())
                .and(row.amount().fen())
                .and(Columns.fen(row.given()))
                .and(Columns.fen(row.change()))
                .and(row.order())
                .and(row.at())
                .sum;
    }

    static long of(long id, Line line) {
        return new Mark()
                .and(id)
                .and(line.number())
                .and(line.code())
                .and(line.name())
                .and(line.unit())
                .and(line.quantity().thousandths())
                .and(line.unitPrice().fen())
                .and(line.discount().fen())
                .and(line.taxRatePermyriad())
                .and(line.kind())
                .sum;
    }

    /** Of an event: 32 bits over what the tape wrote, for reading it without asking the tape. */
    static int of(byte[] hash, byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(hash, 0, hash.length);
        crc.update(payload, 0, payload.length);
        return (int) crc.getValue();
    }

    private Mark and(long value) {
        long mixed = (sum ^ value) * 0xBF58476D1CE4E5B9L;
        sum = (mixed ^ (mixed >>> 29)) * 0x94D049BB133111EBL + SEED;
        return this;
    }

    private Mark and(@Nullable Long value) {
        return value == null ? and(Long.MIN_VALUE) : and(value.longValue());
    }

    private Mark and(@Nullable Enum<?> value) {
        return value == null ? and(Long.MIN_VALUE) : and(value.name());
    }

    private Mark and(@Nullable String text) {
        if (text == null) return and(Long.MIN_VALUE);
        long folded = text.length();
        for (int i = 0; i < text.length(); i++) folded = folded * 0x100000001B3L + text.charAt(i);
        return and(folded);
    }
}
