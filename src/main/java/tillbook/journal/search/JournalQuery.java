package tillbook.journal.search;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person looks for. Immutable; begin with {@link #newest} and narrow.
 *
 * @param text a receipt, order or trade number, at least four last characters of one, an amount in yuan, or part of an
 *     item's name or code; blank for everything
 * @param meant what the text is meant as
 * @param fromDay first business day, null for no bound
 * @param toDay last business day, null for no bound
 * @param from first moment, null for no bound
 * @param until first moment after, null for no bound
 * @param state null for any
 * @param voucher null for any
 * @param means tried or paid with, null for any
 * @param beingChecked whether an attempt of the sale is not decided, null for either
 * @param limit rows of the page, 1 to {@link #LIMIT_MAX}
 * @param offset rows before the page, from 0
 */
public record JournalQuery(
        String text,
        Meant meant,
        @Nullable LocalDate fromDay,
        @Nullable LocalDate toDay,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable SaleState state,
        @Nullable VoucherState voucher,
        @Nullable Means means,
        @Nullable Boolean beingChecked,
        int limit,
        int offset) {
    /** What a text may be. */
    public enum Meant {
        /** A number, or the end of one, or an amount; if it is none, part of an item's name, or its code. */
        ANYTHING,
        AMOUNT,
        /** Part of an item's name, or its code. */
        ITEM,
        /** An item's whole code. */
        ITEM_CODE
    }

    /** No screen shows more at once. */
    public static final int LIMIT_MAX = 500;

    /** Longer texts are no number and no name. */
    public static final int TEXT_CHARS_MAX = 100;

    public JournalQuery {
        if (limit < 1 || limit > LIMIT_MAX) throw new IllegalArgumentException("a page has 1 to 500 rows: " + limit);
        if (offset < 0) throw new IllegalArgumentException("a page begins at 0 or later: " + offset);
        text = text.strip();
        if (text.length() > TEXT_CHARS_MAX) text = text.substring(0, TEXT_CHARS_MAX);
    }

    /** The newest sales, all of them. */
    public static JournalQuery newest(int limit) {
        return new JournalQuery("", Meant.ANYTHING, null, null, null, null, null, null, null, null, limit, 0);
    }

    public JournalQuery withText(String changed) {
        return withText(changed, Meant.ANYTHING);
    }

    /** Where it is known what the text is, so that it is taken for nothing else that looks the same. */
    public JournalQuery withText(String changed, Meant as) {
        return new JournalQuery(
                changed, as, fromDay, toDay, from, until, state, voucher, means, beingChecked, limit, offset);
    }

    /** From one business day to another, both included. */
    public JournalQuery onDays(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new JournalQuery(
                text, meant, first, last, from, until, state, voucher, means, beingChecked, limit, offset);
    }

    /** From one moment, included, to another, excluded. */
    public JournalQuery between(@Nullable Instant first, @Nullable Instant end) {
        return new JournalQuery(
                text, meant, fromDay, toDay, first, end, state, voucher, means, beingChecked, limit, offset);
    }

    public JournalQuery in(@Nullable SaleState changed) {
        return new JournalQuery(
                text, meant, fromDay, toDay, from, until, changed, voucher, means, beingChecked, limit, offset);
    }

    public JournalQuery with(@Nullable VoucherState changed) {
        return new JournalQuery(
                text, meant, fromDay, toDay, from, until, state, changed, means, beingChecked, limit, offset);
    }

    public JournalQuery by(@Nullable Means changed) {
        return new JournalQuery(
                text, meant, fromDay, toDay, from, until, state, voucher, changed, beingChecked, limit, offset);
    }

    public JournalQuery beingChecked(@Nullable Boolean changed) {
        return new JournalQuery(
                text, meant, fromDay, toDay, from, until, state, voucher, means, changed, limit, offset);
    }

    public JournalQuery page(int changedLimit, int changedOffset) {
        return new JournalQuery(
                text,
                meant,
                fromDay,
                toDay,
                from,
                until,
                state,
                voucher,
                means,
                beingChecked,
                changedLimit,
                changedOffset);
    }
}
