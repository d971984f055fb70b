package tillbook.payment.practice;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * A way for the practice provider to misbehave. The names and fields are also those of {@code POST /practice/trouble}.
 * Where a trouble asks {@code done}, true means that the request is carried out all the same (the money moves, the cancel
 * takes) and only the answer suffers. Times are milliseconds of the provider's time. Immutable.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "trouble")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "says", value = Trouble.Says.class),
    @JsonSubTypes.Type(name = "confirms-late", value = Trouble.ConfirmsLate.class),
    @JsonSubTypes.Type(name = "never-confirms", value = Trouble.NeverConfirms.class),
    @JsonSubTypes.Type(name = "arrives-late", value = Trouble.ArrivesLate.class),
    @JsonSubTypes.Type(name = "blind", value = Trouble.Blind.class),
    @JsonSubTypes.Type(name = "retry-flag", value = Trouble.RetryFlag.class),
    @JsonSubTypes.Type(name = "wrong-amount", value = Trouble.WrongAmount.class),
    @JsonSubTypes.Type(name = "other-order", value = Trouble.OtherOrder.class),
    @JsonSubTypes.Type(name = "silence", value = Trouble.Silence.class),
    @JsonSubTypes.Type(name = "hang-up", value = Trouble.HangUp.class),
    @JsonSubTypes.Type(name = "http-status", value = Trouble.HttpStatus.class),
    @JsonSubTypes.Type(name = "captive-portal", value = Trouble.CaptivePortal.class),
    @JsonSubTypes.Type(name = "slow", value = Trouble.Slow.class),
    @JsonSubTypes.Type(name = "trickle", value = Trouble.Trickle.class),
    @JsonSubTypes.Type(name = "forged", value = Trouble.Forged.class),
    @JsonSubTypes.Type(name = "unsigned", value = Trouble.Unsigned.class),
    @JsonSubTypes.Type(name = "cut-off", value = Trouble.CutOff.class),
    @JsonSubTypes.Type(name = "huge", value = Trouble.Huge.class),
    @JsonSubTypes.Type(name = "wrong-date", value = Trouble.WrongDate.class)
})
public sealed interface Trouble {
    /** Troubles of the trade itself: what happens to the money and what the provider says of it. */
    sealed interface OfTrade extends Trouble {}

    /** Troubles of the answer's way back. */
    sealed interface OfWire extends Trouble {}

    /**
     * Answers with this code, whatever is true.
     *
     * @param general true to answer as {@code error_response}, which speaks of no method
     */
    record Says(String code, @Nullable String subCode, boolean done, boolean general) implements OfTrade {}

    /** The customer must confirm on the phone and does so after a while. */
    record ConfirmsLate(long afterMs) implements OfTrade {}

    /** The customer must confirm on the phone and never does; the trade's time-out closes it. */
    record NeverConfirms() implements OfTrade {}

    /**
     * The request for money is held up inside the provider: no answer, no such order, and then a success after all.
     *
     * @param evenAfterCancel whether a cancel that came in between saw nothing and stopped nothing
     */
    record ArrivesLate(long afterMs, boolean evenAfterCancel) implements OfTrade {}

    /** Does not see a trade that is there: no such order on query, nothing to do (and nothing done) on cancel. */
    record Blind() implements OfTrade {}

    /** Does nothing and asks to be asked again: {@code retry_flag=Y}. For cancel. */
    record RetryFlag() implements OfTrade {}

    /** States another amount than it took; negative for less. */
    record WrongAmount(long fenMore) implements OfTrade {}

    /** Answers for another order. */
    record OtherOrder() implements OfTrade {}

    /** Never answers, but keeps the connection. */
    record Silence(boolean done) implements OfWire {}

    /** Closes the connection instead of answering. */
    record HangUp(boolean done) implements OfWire {}

    /** Answers with another HTTP status and a page of HTML: 502, 503, 404 … */
    record HttpStatus(int status, boolean done) implements OfWire {}

    /** Somebody else's page: status 200 with HTML, or a redirect to it. Nothing is carried out. */
    record CaptivePortal(boolean redirect) implements OfWire {}

    /** Answers rightly, but late. */
    record Slow(long afterMs) implements OfWire {}

    /** Answers rightly, byte by byte. */
    record Trickle(long gapMs) implements OfWire {}

    /** Signs something else. */
    record Forged() implements OfWire {}

    /** Does not sign. */
    record Unsigned() implements OfWire {}

    /** Sends half of the JSON as a whole HTTP answer, or ends the connection in its midst. */
    record CutOff(boolean connection) implements OfWire {}

    /** A signed answer of at least so many bytes. */
    record Huge(int bytes) implements OfWire {}

    /** A {@code Date} header that is ahead, or behind if negative. */
    record WrongDate(long aheadMs) implements OfWire {}
}
