package tillbook.payment.practice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One order in the practice provider's book of money, to be compared with the register's to the fen.
 *
 * @param state WAITING, PAID, CLOSED (never paid) or RETURNED
 * @param amountFen what was asked for
 * @param takenFen what left the customer, 0 if nothing did
 * @param returnedFen what went back to the customer; the shop has {@code takenFen - returnedFen}
 * @param createdAt when the order reached the provider
 */
public record BookEntry(
        String order,
        String tradeNumber,
        State state,
        long amountFen,
        long takenFen,
        long returnedFen,
        Instant createdAt,
        @Nullable Instant takenAt,
        @Nullable Instant returnedAt) {
    /** Where an order stands. */
    public enum State {
        /** The customer must confirm. */
        WAITING,
        /** The shop has the money. */
        PAID,
        /** Closed by a cancel or its time-out, before any money moved. */
        CLOSED,
        /** Paid, and given back by a cancel. */
        RETURNED
    }
}
