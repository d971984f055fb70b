package tillbook.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tillbook.journal.EventCodec.Decoded;

class GeneratedDayTest {
    @Test
    void theSameSeedGivesTheSameBytes() {
        List<byte[]> one = GeneratedDay.payloads(3, 200);
        List<byte[]> again = GeneratedDay.payloads(3, 200);
        assertArrayEquals(one.toArray(), again.toArray());
        assertNotEquals(
                Arrays.hashCode(one.get(5)),
                Arrays.hashCode(GeneratedDay.payloads(4, 200).get(5)));
    }

    @Test
    void whatIsWrittenReadsBackAsItWas() {
        GeneratedDay.generate(5, 300, 100, (stamp, event) -> {
            Decoded decoded = EventCodec.decode(EventCodec.encode(stamp, event));
            assertEquals(new Decoded.Event(stamp, event), decoded);
        });
    }

    @Test
    void aRecordThatGoesOnBehindItsEndIsUnreadable() {
        byte[] payload = GeneratedDay.payloads(6, 1).getFirst();
        byte[] longer = Arrays.copyOf(payload, payload.length + 1);
        longer[payload.length] = '1';
        assertInstanceOf(Decoded.Unreadable.class, EventCodec.decode(longer));
        assertInstanceOf(Decoded.Unreadable.class, EventCodec.decode(Arrays.copyOf(payload, payload.length - 1)));
    }

    @Test
    void aFewHundredSalesSeeEveryKindOfSaleEvent() {
        Set<Class<?>> seen = new HashSet<>();
        int[] events = {0};
        GeneratedDay.generate(7, 1000, 500, (_, event) -> {
            seen.add(event.getClass());
            events[0]++;
        });
        for (Class<?> kind : List.of(
                JournalEvent.LineAdded.class,
                JournalEvent.LineQuantityChanged.class,
                JournalEvent.LineVoided.class,
                JournalEvent.BasketDropped.class,
                JournalEvent.SaleFrozen.class,
                JournalEvent.SaleReleased.class,
                JournalEvent.SaleAbandoned.class,
                JournalEvent.AttemptCreated.class,
                JournalEvent.AttemptSending.class,
                JournalEvent.AttemptAnswered.class,
                JournalEvent.AttemptMoved.class,
                JournalEvent.CancelDecided.class,
                JournalEvent.GoodsKept.class,
                JournalEvent.AttemptSettled.class,
                JournalEvent.ScanPaid.class,
                JournalEvent.CashTaken.class,
                JournalEvent.VoucherSettled.class)) {
            assertTrue(seen.contains(kind), kind.getSimpleName());
        }
        assertTrue(events[0] > 6000 && events[0] < 10_000, "events: " + events[0]);
    }
}
