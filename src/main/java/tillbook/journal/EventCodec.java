package tillbook.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tillbook.journal.FieldReader.Reading;
import tillbook.journal.FieldWriter.Writing;
import tools.jackson.core.JacksonException;

/**
 * The payload of a tape record: one JSON object, {@code {"type":…,"v":1,"stamp":{…},"data":{…}}}, in UTF-8. A type's
 * name is its class name in kebab case and never changes; every version ever written is read for ever. How each kind
 * lies there is written by hand, so that no change of a class can change the tape unnoticed.
 *
 * <p>Immutable and safe from any thread.
 */
public final class EventCodec {
    /** The type of a record that is no event: the state with which a segment begins. */
    public static final String SNAPSHOT = "snapshot";

    private static final int VERSION = 1;

    /**
     * Since 2 a state may hold discounts, held baskets and ranges of vouchers, since 3 sheets of paper: an older Tillbook
     * would lose them.
     */
    private static final int SNAPSHOT_VERSION = 3;

    private record Kind<E extends JournalEvent>(Class<E> of, String type, Writing<E> writer, Reading<E> reader) {
        void write(FieldWriter out, JournalEvent event) {
            out.object(Names.DATA, of.cast(event), writer);
        }
    }

    private static final List<Kind<?>> KINDS = List.of(
            kind(JournalEvent.RegisterStarted.class, RegisterFormat::write, RegisterFormat::started),
            kind(JournalEvent.RegisterStopped.class, RegisterFormat::write, RegisterFormat::stopped),
            kind(JournalEvent.ShiftOpened.class, RegisterFormat::write, RegisterFormat::shiftOpened),
            kind(JournalEvent.CashierSignedOn.class, RegisterFormat::write, RegisterFormat::signedOn),
            kind(JournalEvent.LineAdded.class, BasketFormat::write, BasketFormat::added),
            kind(JournalEvent.LineQuantityChanged.class, BasketFormat::write, BasketFormat::quantityChanged),
            kind(JournalEvent.LinePriceChanged.class, BasketFormat::write, BasketFormat::priceChanged),
            kind(JournalEvent.LineDiscounted.class, BasketFormat::write, BasketFormat::lineDiscounted),
            kind(JournalEvent.BasketDiscounted.class, BasketFormat::write, BasketFormat::basketDiscounted),
            kind(JournalEvent.LineVoided.class, BasketFormat::write, BasketFormat::voided),
            kind(JournalEvent.BasketDropped.class, BasketFormat::write, BasketFormat::dropped),
            kind(JournalEvent.BasketHeld.class, BasketFormat::write, BasketFormat::held),
            kind(JournalEvent.BasketRecalled.class, BasketFormat::write, BasketFormat::recalled),
            kind(JournalEvent.SaleFrozen.class, SaleFormat::write, SaleFormat::frozen),
            kind(JournalEvent.SaleReleased.class, SaleFormat::write, SaleFormat::released),
            kind(JournalEvent.SaleAbandoned.class, SaleFormat::write, SaleFormat::abandoned),
            kind(JournalEvent.AttemptCreated.class, AttemptFormat::write, AttemptFormat::created),
            kind(JournalEvent.AttemptSending.class, AttemptFormat::write, AttemptFormat::sending),
            kind(JournalEvent.AttemptAnswered.class, AttemptFormat::write, AttemptFormat::answered),
            kind(JournalEvent.AttemptMoved.class, AttemptFormat::write, AttemptFormat::moved),
            kind(JournalEvent.CancelDecided.class, AttemptFormat::write, AttemptFormat::cancelDecided),
            kind(JournalEvent.GoodsKept.class, AttemptFormat::write, AttemptFormat::goodsKept),
            kind(JournalEvent.AnotherTenderAllowed.class, AttemptFormat::write, AttemptFormat::anotherTenderAllowed),
            kind(JournalEvent.AttemptSettled.class, AttemptFormat::write, AttemptFormat::settled),
            kind(JournalEvent.ScanPaid.class, MoneyFormat::write, MoneyFormat::scanPaid),
            kind(JournalEvent.CashTaken.class, MoneyFormat::write, MoneyFormat::cashTaken),
            kind(JournalEvent.VoucherSettled.class, MoneyFormat::write, MoneyFormat::voucherSettled),
            kind(JournalEvent.PrintReleased.class, PaperFormat::write, PaperFormat::released),
            kind(JournalEvent.CopyOrdered.class, PaperFormat::write, PaperFormat::copyOrdered),
            kind(JournalEvent.PrintSending.class, PaperFormat::write, PaperFormat::sending),
            kind(JournalEvent.PrintMoved.class, PaperFormat::write, PaperFormat::moved),
            kind(JournalEvent.PrintJudged.class, PaperFormat::write, PaperFormat::judged),
            kind(JournalEvent.FindingKept.class, FindingFormat::write, FindingFormat::kept));

    private static final Map<Class<?>, Kind<?>> BY_CLASS = new HashMap<>();
    private static final Map<String, Kind<?>> BY_TYPE = new HashMap<>();

    static {
        for (Kind<?> kind : KINDS) {
            BY_CLASS.put(kind.of(), kind);
            BY_TYPE.put(kind.type(), kind);
        }
    }

    private EventCodec() {}

    /** What a payload turned out to be. */
    public sealed interface Decoded {
        record Event(Stamp stamp, JournalEvent event) implements Decoded {}

        /** The beginning of a segment; {@code data} is one JSON object, to be read by whoever owns the state. */
        record Snapshot(Stamp stamp, String data) implements Decoded {}

        /** Written by a newer Tillbook: this one may look but not write. */
        record TooNew(String type, int version) implements Decoded {}

        /** No record of ours, although its checksum fits. */
        record Unreadable(String why) implements Decoded {}
    }

    /** The name under which an event's kind stands on the tape, e.g. {@code sale-frozen}. */
    public static String typeOf(Class<? extends JournalEvent> type) {
        Kind<?> kind = BY_CLASS.get(type);
        return kind == null ? nameOf(type) : kind.type();
    }

    private static String nameOf(Class<? extends JournalEvent> type) {
        return type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static <E extends JournalEvent> Kind<E> kind(Class<E> of, Writing<E> writer, Reading<E> reader) {
        return new Kind<>(of, nameOf(of), writer, reader);
    }

    public static byte[] encode(Stamp stamp, JournalEvent event) {
        Kind<?> kind = BY_CLASS.get(event.getClass());
        if (kind == null) throw new IllegalStateException("an event kind without a name: " + event.getClass());
        return FieldWriter.bytes(event, (out, data) -> kind.write(head(out, kind.type(), VERSION, stamp), data));
    }

    /** A snapshot's payload around a state whose properties {@code writer} writes. */
    public static <T> byte[] encodeSnapshot(Stamp stamp, T state, Writing<T> writer) {
        return FieldWriter.bytes(
                state,
                (out, data) -> head(out, SNAPSHOT, SNAPSHOT_VERSION, stamp).object(Names.DATA, data, writer));
    }

    private static FieldWriter head(FieldWriter out, String type, int version, Stamp stamp) {
        return out.text(Names.TYPE, type).number(Names.V, version).object(Names.STAMP, stamp, RegisterFormat::write);
    }

    /** Reads what {@link #encode} of this or any earlier version wrote. */
    public static Decoded decode(byte[] payload) {
        try {
            return FieldReader.read(payload, EventCodec::decoded);
        } catch (JacksonException | IllegalArgumentException e) {
            return new Decoded.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static Decoded decoded(FieldReader in) {
        String type = in.text(Names.TYPE);
        int version = in.count(Names.V);
        Kind<?> kind = BY_TYPE.get(type);
        boolean snapshot = type.equals(SNAPSHOT);
        if (version > (snapshot ? SNAPSHOT_VERSION : VERSION) || (kind == null && !snapshot)) {
            in.leaveTheRest();
            return new Decoded.TooNew(type, version);
        }
        Stamp stamp = in.object(Names.STAMP, RegisterFormat::stamp);
        return kind == null
                ? new Decoded.Snapshot(stamp, in.json(Names.DATA))
                : new Decoded.Event(stamp, in.object(Names.DATA, kind.reader()));
    }
}
