package tillbook.payment.practice;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tillbook.payment.practice.BookEntry.State;

/** A line of the book's file. Of several lines for one order the last one holds. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "line")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "trade", value = BookLine.Trade.class),
    @JsonSubTypes.Type(name = "code", value = BookLine.UsedCode.class)
})
sealed interface BookLine {
    /** A payment code was used up, in whatever way its payment ended. */
    record UsedCode(String sha256) implements BookLine {}

    /**
     * A trade, with what is yet to happen to it: a plan written down is carried out even if the server is killed.
     *
     * @param heldUp whether nobody sees it before {@code arrivesAt}; any other trade is seen even by a clock set back
     * @param arrivesAt when it reached, or will reach, the provider
     * @param confirmsAt when the customer confirms, null for never
     * @param closesAt when its time-out closes it, if it still waits
     * @param survivesCancel whether a cancel that does not see it yet leaves it alone
     */
    record Trade(
            String order,
            String tradeNumber,
            long fen,
            String subject,
            State state,
            boolean heldUp,
            Instant arrivesAt,
            @Nullable Instant confirmsAt,
            Instant closesAt,
            boolean survivesCancel,
            @Nullable Instant paidAt,
            @Nullable Instant endedAt)
            implements BookLine {
        boolean isSeen(Instant now) {
            return !heldUp || !arrivesAt.isAfter(now);
        }

        /** Nothing more will happen to it by itself. */
        boolean isSettled() {
            return state != State.WAITING;
        }

        /** The trade as it stands now, after what was planned up to now. */
        Trade at(Instant now) {
            if (isSettled() || !isSeen(now)) return this;
            if (confirmsAt != null && !confirmsAt.isAfter(now) && confirmsAt.isBefore(closesAt)) {
                return with(State.PAID, confirmsAt, null);
            }
            return closesAt.isAfter(now) ? this : with(State.CLOSED, null, closesAt);
        }

        /** The trade after its customer confirmed on the phone; nothing changes for one that is not waiting for that. */
        Trade confirmed(Instant now) {
            return isSeen(now) && state == State.WAITING ? with(State.PAID, now, null) : this;
        }

        /** The trade after a cancel. Cancelling again changes nothing. */
        Trade cancelled(Instant now) {
            return switch (state) {
                case WAITING -> with(State.CLOSED, null, now);
                case PAID -> with(State.RETURNED, paidAt, now);
                case CLOSED, RETURNED -> this;
            };
        }

        BookEntry entry() {
            boolean taken = state == State.PAID || state == State.RETURNED;
            boolean returned = state == State.RETURNED;
            return new BookEntry(
                    order,
                    tradeNumber,
                    state,
                    fen,
                    taken ? fen : 0,
                    returned ? fen : 0,
                    arrivesAt,
                    paidAt,
                    returned ? endedAt : null);
        }

        private Trade with(State next, @Nullable Instant paid, @Nullable Instant ended) {
            return new Trade(
                    order,
                    tradeNumber,
                    fen,
                    subject,
                    next,
                    heldUp,
                    arrivesAt,
                    confirmsAt,
                    closesAt,
                    survivesCancel,
                    paid,
                    ended);
        }
    }
}
