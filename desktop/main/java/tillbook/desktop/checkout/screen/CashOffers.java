package tillbook.desktop.checkout.screen;

import java.util.List;
import java.util.stream.LongStream;
import tillbook.money.Money;

/** What a customer is likely to hand over: the amount itself, and what the next notes make of it. Pure. */
final class CashOffers {
    private static final long[] NOTES_FEN = {10_00, 20_00, 50_00, 100_00};

    private CashOffers() {}

    /** The amount, then each round sum above it that one kind of note makes; smallest first. */
    static List<Money> of(Money due) {
        LongStream rounded = LongStream.of(NOTES_FEN).map(note -> (due.fen() + note - 1) / note * note);
        return LongStream.concat(LongStream.of(due.fen()), rounded)
                .filter(fen -> fen <= Money.FEN_MAX)
                .distinct()
                .sorted()
                .mapToObj(Money::ofFen)
                .toList();
    }
}
