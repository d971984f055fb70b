package tillbook.register;

import java.util.concurrent.atomic.LongAdder;

/** What many lives went through. Safe from any thread. */
final class StormTally {
    final LongAdder lives = new LongAdder();
    final LongAdder crashes = new LongAdder();
    final LongAdder attempts = new LongAdder();
    final LongAdder paid = new LongAdder();
    final LongAdder returned = new LongAdder();
    final LongAdder cash = new LongAdder();
    final LongAdder persons = new LongAdder();
    final LongAdder vouchersHeld = new LongAdder();

    final LongAdder sheets = new LongAdder();
    final LongAdder copies = new LongAdder();
    final LongAdder owedAtTheEnd = new LongAdder();

    final LongAdder haggled = new LongAdder();
    final LongAdder basketsHeld = new LongAdder();
    final LongAdder basketsRecalled = new LongAdder();

    void haggled(Reply reply) {
        if (reply instanceof Reply.Done) haggled.increment();
    }

    void copied(Reply reply) {
        if (reply instanceof Reply.Done) copies.increment();
    }

    void held(Reply reply) {
        if (reply instanceof Reply.Done) basketsHeld.increment();
    }

    void recalled(Reply reply) {
        if (reply instanceof Reply.Done) basketsRecalled.increment();
    }

    void lived(int crashesOfIt) {
        lives.increment();
        crashes.add(crashesOfIt);
    }

    void person() {
        persons.increment();
    }

    /** The figures as a table of words and numbers, a line each. */
    String table(long seed, double seconds) {
        StringBuilder text = new StringBuilder();
        row(text, "first seed", seed);
        row(text, "lives", lives.sum());
        row(text, "power cuts", crashes.sum());
        row(text, "attempts to take money", attempts.sum());
        row(text, "paid by code", paid.sum());
        row(text, "paid in cash", cash.sum());
        row(text, "money that came and went back", returned.sum());
        row(text, "ended by a person", persons.sum());
        row(text, "vouchers held for a person", vouchersHeld.sum());
        row(text, "sheets that came out", sheets.sum());
        row(text, "sheets wanted by a person", copies.sum());
        row(text, "vouchers owed at the end", owedAtTheEnd.sum());
        row(text, "prices and discounts changed", haggled.sum());
        row(text, "baskets held", basketsHeld.sum());
        row(text, "baskets recalled", basketsRecalled.sum());
        row(text, "lives a second", Math.round(lives.sum() / Math.max(seconds, 0.001)));
        return text.toString();
    }

    private static void row(StringBuilder text, String what, long figure) {
        text.append(String.format(java.util.Locale.ROOT, "%-32s %,14d%n", what, figure));
    }
}
