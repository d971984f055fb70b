package tillbook.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SelfContainedReceiptTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final SelfContainedReceipt shop = new SelfContainedReceipt(key(1));

    @Test
    void theCodeCarriesTheSaleItself() {
        String content = shop.content(Slips.paidByScan(), SHANGHAI);
        assertTrue(
                content.startsWith("TILLBOOK1 T007K700000042 CNY23.06 20260302T140322 2026030222001412345678901234 "),
                content);
        assertEquals(20, content.length() - content.lastIndexOf(' ') - 1);
    }

    @Test
    void onlyTheShopsOwnUnchangedContentIsOurs() {
        String content = shop.content(Slips.paidByScan(), SHANGHAI);
        assertTrue(shop.isOurs(content));
        assertFalse(shop.isOurs(content.replace("CNY23.06", "CNY93.06")));
        assertFalse(new SelfContainedReceipt(key(2)).isOurs(content));
        assertFalse(shop.isOurs("anything"));
        assertFalse(shop.isOurs(""));
    }

    @Test
    void aReceiptOfThePracticeSaysSo() {
        String content = shop.content(Slips.practiceCopy(), SHANGHAI);
        assertTrue(content.startsWith("TILLBOOK1-PRACTICE "), content);
    }

    @Test
    void aShortKeyIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SelfContainedReceipt(new byte[16]));
    }

    private static byte[] key(int fill) {
        byte[] key = new byte[SelfContainedReceipt.KEY_BYTES_MIN];
        Arrays.fill(key, (byte) fill);
        return key;
    }
}
