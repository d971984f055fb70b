package tillbook.desktop.terminal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tillbook.register.Intent;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;

/** A line of input, understood. Immutable. */
sealed interface Command {
    /** An empty line. */
    record Nothing() implements Command {}

    /** A code, or what may be one: may hold a payment code, so it prints as nothing. */
    record Scan(String text) implements Command {
        @Override
        public String toString() {
            return "Scan[" + text.length() + " characters]";
        }
    }

    record AddByHand(String code, Quantity quantity) implements Command {}

    /** Goods that the catalogue does not know: into it, and onto the counter. */
    record AddNew(String code, String price, String name) implements Command {}

    /** A held basket back onto the counter, by its short number; 0 means the only one. */
    record RecallHeld(long basket) implements Command {}

    record Wants(Intent intent) implements Command {}

    record Yes() implements Command {}

    record No() implements Command {}

    record Status() implements Command {}

    record Open() implements Command {}

    /** Null means the newest. */
    record ShowReceipt(@Nullable ReceiptNumber receipt) implements Command {}

    /** Paper: the receipt that is owed, or a copy; null means the newest. */
    record Print(@Nullable ReceiptNumber receipt) implements Command {}

    /**
     * Somebody looked whether a sheet came out.
     *
     * @param receipt null means the only one of which nobody knows
     */
    record Looked(@Nullable ReceiptNumber receipt, boolean complete) implements Command {}

    /** A page that belongs to no sale, to see what the printer can do. */
    record TestPage() implements Command {}

    record Find(String words) implements Command {}

    /** Wait until no payment is under way. */
    record Wait(long withinMs) implements Command {}

    /**
     * Troubles to practise with.
     *
     * @param code empty for the list, {@code all} for every one
     */
    record Trouble(String code, Switch to) implements Command {
        /** What is wanted of it. */
        enum Switch {
            ON,
            OFF,
            /** On, although that ends the program. */
            NOW
        }
    }

    record Language(Locale locale) implements Command {}

    record Help() implements Command {}

    record Quit() implements Command {}

    /** A known word with something behind it that does not fit; its usage tells what would. */
    record Misused(Word word) implements Command {}
}
