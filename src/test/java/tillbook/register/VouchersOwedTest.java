package tillbook.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tillbook.money.Money;
import tillbook.printing.PrintJobState;
import tillbook.sale.ReceiptNumber;

class VouchersOwedTest {
    @Test
    void everyVoucherOfAYearIsKnownByItsNumberAndASnapshotStaysSmall() {
        VouchersOwed owed = VouchersOwed.NONE;
        for (int sale = 1; sale <= 100_000; sale++) owed = owed.with(voucher(number(sale)));
        assertEquals(100_000, owed.count());
        assertEquals(99_000, owed.countOlder());
        assertEquals(List.of("T001K7 1-99000"), owed.named().texts());
        assertTrue(owed.owes(number(1)));
        VouchersOwed ended = owed.without(number(500)).without(number(99_500));
        assertEquals(99_998, ended.count());
        assertFalse(ended.owes(number(500)));
        assertFalse(ended.owes(number(99_500)));
        assertEquals(List.of("T001K7 1-499 501-99000"), ended.named().texts());
        assertEquals(0, ended.older());
    }

    @Test
    void rangesAreWhatASetOfNumbersWouldBe() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom dice = new SplittableRandom(seed);
            OlderVouchers ranges = OlderVouchers.NONE;
            Set<ReceiptNumber> model = new HashSet<>();
            for (int step = 0; step < 200; step++) {
                ReceiptNumber number = ReceiptNumber.of(1, dice.nextBoolean() ? "K7" : "M2", 1 + dice.nextInt(30));
                boolean comes = dice.nextInt(3) > 0;
                ranges = comes ? ranges.with(number) : ranges.without(number);
                if (comes) model.add(number);
                else model.remove(number);
                assertEquals(model.size(), ranges.count(), "seed " + seed);
                assertEquals(model.contains(number), ranges.contains(number), "seed " + seed);
                assertEquals(ranges, OlderVouchers.of(ranges.texts()), "seed " + seed);
            }
            for (ReceiptNumber number : model) assertTrue(ranges.contains(number), "seed " + seed);
        }
    }

    @Test
    void moreRangesThanASnapshotHoldsAreCountedFromTheLowestOn() {
        List<OlderVouchers.Range> many = new ArrayList<>();
        for (long at = 1; many.size() < OlderVouchers.RANGES_MAX; at += 4) {
            many.add(new OlderVouchers.Range("T001K7", at, at + 2));
        }
        VouchersOwed full = new VouchersOwed(List.of(), new OlderVouchers(many), 0);
        VouchersOwed split = full.without(number(10));
        assertEquals(full.count() - 1, split.count());
        assertEquals(3, split.older());
        assertEquals(OlderVouchers.RANGES_MAX, split.named().ranges().size());
        assertTrue(String.join("", split.named().texts()).length() < 64 * 1024);
    }

    @Test
    void textThatIsNoRangeIsRefused() {
        for (String bad : List.of("T001K7 0", "T001K7 5-4", "T001K7 x", "T001K7 ", "T001K7 1-")) {
            assertThrows(IllegalArgumentException.class, () -> OlderVouchers.of(List.of(bad)), bad);
        }
    }

    private static VouchersOwed.Owed voucher(ReceiptNumber number) {
        return new VouchersOwed.Owed(number, Money.ofFen(100), 1, PrintJobState.QUEUED, null);
    }

    private static ReceiptNumber number(long sequence) {
        return ReceiptNumber.of(1, "K7", sequence);
    }
}
