package tillbook.journal;

import tillbook.journal.JournalEvent.AnotherTenderAllowed;
import tillbook.journal.JournalEvent.AttemptAnswered;
import tillbook.journal.JournalEvent.AttemptCreated;
import tillbook.journal.JournalEvent.AttemptMoved;
import tillbook.journal.JournalEvent.AttemptSending;
import tillbook.journal.JournalEvent.AttemptSettled;
import tillbook.journal.JournalEvent.CancelCause;
import tillbook.journal.JournalEvent.CancelDecided;
import tillbook.journal.JournalEvent.GoodsKept;
import tillbook.journal.JournalEvent.MoveCause;
import tillbook.journal.JournalEvent.Settlement;
import tillbook.payment.AnswerKind;
import tillbook.payment.AttemptState;
import tillbook.payment.DeclineReason;
import tillbook.payment.Exchange;
import tillbook.payment.Provider;
import tillbook.payment.ProviderCall;
import tillbook.payment.UnknownReason;

/** How the events of an attempt to take money lie on the tape. */
public final class AttemptFormat {
    private AttemptFormat() {}

    public static void write(FieldWriter out, AttemptCreated created) {
        out.receipt(Names.RECEIPT, created.receipt())
                .number(Names.TENDER, created.tender())
                .number(Names.ATTEMPT, created.attempt())
                .order(Names.ORDER, created.order())
                .word(Names.PROVIDER, created.provider())
                .money(Names.AMOUNT, created.amount())
                .text(Names.MASKED_CODE, created.maskedCode())
                .textIfAny(Names.MERCHANT, created.merchant());
    }

    public static AttemptCreated created(FieldReader in) {
        return new AttemptCreated(
                in.receipt(Names.RECEIPT),
                in.count(Names.TENDER),
                in.count(Names.ATTEMPT),
                in.order(Names.ORDER),
                in.word(Names.PROVIDER, Provider.class),
                in.money(Names.AMOUNT),
                in.text(Names.MASKED_CODE),
                in.textIfAny(Names.MERCHANT));
    }

    static void write(FieldWriter out, AttemptSending sending) {
        out.order(Names.ORDER, sending.order());
    }

    static AttemptSending sending(FieldReader in) {
        return new AttemptSending(in.order(Names.ORDER));
    }

    public static void write(FieldWriter out, AttemptAnswered answered) {
        out.order(Names.ORDER, answered.order())
                .word(Names.CALL, answered.call())
                .word(Names.ANSWER, answered.answer())
                .word(Names.STATE, answered.state())
                .wordIfAny(Names.UNKNOWN, answered.unknown())
                .wordIfAny(Names.DECLINE, answered.decline())
                .object(Names.EXCHANGE, answered.exchange(), AttemptFormat::write);
    }

    public static AttemptAnswered answered(FieldReader in) {
        return new AttemptAnswered(
                in.order(Names.ORDER),
                in.word(Names.CALL, ProviderCall.class),
                in.word(Names.ANSWER, AnswerKind.class),
                in.word(Names.STATE, AttemptState.class),
                in.wordIfAny(Names.UNKNOWN, UnknownReason.class),
                in.wordIfAny(Names.DECLINE, DeclineReason.class),
                in.object(Names.EXCHANGE, AttemptFormat::exchange));
    }

    static void write(FieldWriter out, Exchange exchange) {
        out.text(Names.CODE, exchange.code())
                .textIfAny(Names.SUB_CODE, exchange.subCode())
                .textIfAny(Names.MESSAGE, exchange.message())
                .textIfAny(Names.TRACE_ID, exchange.traceId())
                .number(Names.LATENCY_MS, exchange.latencyMs())
                .numberIfAny(Names.PROVIDER_AHEAD_MS, exchange.providerAheadMs());
    }

    static Exchange exchange(FieldReader in) {
        return new Exchange(
                in.text(Names.CODE),
                in.textIfAny(Names.SUB_CODE),
                in.textIfAny(Names.MESSAGE),
                in.textIfAny(Names.TRACE_ID),
                in.number(Names.LATENCY_MS),
                in.numberIfAny(Names.PROVIDER_AHEAD_MS));
    }

    static void write(FieldWriter out, AttemptMoved moved) {
        out.order(Names.ORDER, moved.order()).word(Names.STATE, moved.state()).word(Names.CAUSE, moved.cause());
    }

    static AttemptMoved moved(FieldReader in) {
        return new AttemptMoved(
                in.order(Names.ORDER), in.word(Names.STATE, AttemptState.class), in.word(Names.CAUSE, MoveCause.class));
    }

    static void write(FieldWriter out, CancelDecided decided) {
        out.order(Names.ORDER, decided.order())
                .word(Names.CAUSE, decided.cause())
                .text(Names.BY, decided.by());
    }

    static CancelDecided cancelDecided(FieldReader in) {
        return new CancelDecided(in.order(Names.ORDER), in.word(Names.CAUSE, CancelCause.class), in.text(Names.BY));
    }

    static void write(FieldWriter out, GoodsKept kept) {
        out.order(Names.ORDER, kept.order()).text(Names.BY, kept.by());
    }

    static GoodsKept goodsKept(FieldReader in) {
        return new GoodsKept(in.order(Names.ORDER), in.text(Names.BY));
    }

    static void write(FieldWriter out, AnotherTenderAllowed allowed) {
        out.order(Names.ORDER, allowed.order()).text(Names.BY, allowed.by());
    }

    static AnotherTenderAllowed anotherTenderAllowed(FieldReader in) {
        return new AnotherTenderAllowed(in.order(Names.ORDER), in.text(Names.BY));
    }

    static void write(FieldWriter out, AttemptSettled settled) {
        out.order(Names.ORDER, settled.order())
                .word(Names.SETTLEMENT, settled.settlement())
                .text(Names.BY, settled.by())
                .text(Names.NOTE, settled.note());
    }

    static AttemptSettled settled(FieldReader in) {
        return new AttemptSettled(
                in.order(Names.ORDER),
                in.word(Names.SETTLEMENT, Settlement.class),
                in.text(Names.BY),
                in.text(Names.NOTE));
    }
}
