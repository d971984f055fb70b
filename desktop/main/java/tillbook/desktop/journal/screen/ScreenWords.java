package tillbook.desktop.journal.screen;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.journal.Words;
import tillbook.journal.search.Means;
import tillbook.journal.search.Page;
import tillbook.journal.search.SaleRow;
import tillbook.journal.search.SearchProblem;
import tillbook.journal.search.VoucherState;
import tillbook.printing.PrintJobState;
import tillbook.printing.engine.PrintWording;
import tillbook.register.Reply;
import tillbook.register.Shop;
import tillbook.sale.ReceiptNumber;
import tillbook.text.Texts;

/** The sentences of the journal's screen in one language, with the shop's time. Immutable. */
final class ScreenWords {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Locale language;
    private final Texts own;
    private final Words room;
    private final tillbook.desktop.checkout.screen.Words checkout;
    private final Shop shop;

    ScreenWords(Locale language, Shop shop) {
        ZoneId zone = shop.zone();
        this.language = language;
        this.own = Texts.of("desktop.journal.screen", language);
        this.room = new Words(language, zone);
        this.checkout = new tillbook.desktop.checkout.screen.Words(language, zone);
        this.shop = shop;
    }

    String text(String key, @Nullable Object... args) {
        return own.text(key, args);
    }

    /** The words that commands say, too. */
    Words room() {
        return room;
    }

    boolean practice() {
        return shop.practice();
    }

    String refusal(Reply.Refused refused) {
        return checkout.refusal(refused);
    }

    String problem(@Nullable SearchProblem why) {
        return why == null ? text("on-its-way") : room.sentence(why);
    }

    // Time.

    /** The business day of a moment. */
    LocalDate day(Instant at) {
        return local(at.toEpochMilli())
                .minusSeconds(shop.dayStarts().toSecondOfDay())
                .toLocalDate();
    }

    /** The date of a moment. */
    LocalDate date(Instant at) {
        return local(at.toEpochMilli()).toLocalDate();
    }

    private LocalDateTime local(long atMs) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(atMs), shop.zone());
    }

    /** The clock, with the day unless it is the one meant. */
    String clock(long atMs, LocalDate meant) {
        LocalDateTime at = local(atMs);
        return at.toLocalDate().equals(meant) ? CLOCK.format(at) : DAY.format(at) + " " + CLOCK.format(at);
    }

    String seconds(long atMs, long besideMs) {
        LocalDateTime at = local(atMs);
        boolean same = at.toLocalDate().equals(local(besideMs).toLocalDate());
        return same ? SECONDS.format(at) : DAY.format(at) + " " + SECONDS.format(at);
    }

    String dayAndClock(long atMs) {
        return DAY_AND_CLOCK.format(local(atMs));
    }

    // Sales.

    SaleLine line(SaleRow sale, LocalDate today) {
        SaleRow.Opening opening = sale.opening();
        String item =
                opening.lines() == 1 ? opening.firstItem() : text("row.items", opening.firstItem(), opening.lines());
        return new SaleLine(
                sale.receipt(),
                clock(opening.at(), today),
                item,
                opening.amount().toString(),
                sale.money().means().stream().sorted().map(this::means).collect(Collectors.joining(" + ")),
                money(sale),
                voucher(sale));
    }

    String means(Means means) {
        return room.name(means);
    }

    /** Where the money is, in a word. */
    private Word money(SaleRow sale) {
        boolean open = sale.money().attemptsOpen() > 0;
        return switch (sale.state()) {
            case PAID -> open ? Word.warn(text("money.paid-checking")) : Word.ok(text("money.paid"));
            case PART_PAID -> Word.warn(text(open ? "money.checking" : "money.part"));
            case OPEN -> open ? Word.waits(text("money.checking")) : Word.plain(text("money.unpaid"));
            case RELEASED -> open ? Word.waits(text("money.checking")) : Word.plain(text("money.released"));
            case ABANDONED -> open ? Word.waits(text("money.checking")) : Word.plain(text("money.ended"));
        };
    }

    /** Where the voucher is, in a word. */
    private Word voucher(SaleRow sale) {
        Word given = voucher(sale.voucher().state(), sale.voucher().job());
        int copies = sale.voucher().copies();
        return copies == 0 ? given : new Word(given.tone(), given.mark(), text("voucher.copies", given.text(), copies));
    }

    private Word voucher(VoucherState state, @Nullable PrintJobState job) {
        return switch (state) {
            case NONE -> Word.plain(text("voucher.none"));
            case OWED ->
                job == PrintJobState.UNKNOWN ? Word.asks(text("voucher.look")) : Word.warn(text("voucher.owed"));
            case PRINTED -> Word.ok(text("voucher.printed"));
            case UNCONFIRMED -> Word.ok(text("voucher.sent"));
            case GIVEN -> Word.ok(text("voucher.given"));
            case WAIVED -> Word.plain(text("voucher.waived"));
        };
    }

    // The page.

    /** Which rows of how many, and what is hidden by which filter. */
    String count(Page page, int offset) {
        String shown = page.rows().isEmpty()
                ? text("count.none")
                : text("count", offset + 1, offset + page.rows().size(), page.total());
        String hidden = page.hidden().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(entry -> text("hidden", entry.getValue(), room.of("filter", entry.getKey())))
                .collect(Collectors.joining(" "));
        // The screen's days have a beginning and an end: what they hide is known of the newest days only.
        String beside = page.hidden().containsKey(Page.Filter.DAY) ? "items-beside" : "items-since";
        String since = page.itemsSince() == null ? "" : " " + text(beside, page.itemsSince());
        String more = page.more() ? " " + text("more-matched") : "";
        return shown + " " + (hidden.isEmpty() ? text("hidden.none") : hidden) + since + more;
    }

    // Paper.

    /** Asks whether a sheet came out. */
    String question(ReceiptNumber receipt, int copy) {
        String asks = new PrintWording(language).question(receipt.text());
        return copy == 0 ? asks : text("copy", copy) + " · " + asks;
    }
}
