package tillbook.desktop.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tillbook.payment.practice.BookEntry;
import tillbook.payment.practice.PracticeShop;
import tools.jackson.databind.JsonNode;

/** The whole way: words in, the register, Alipay's wire with real signatures, a provider with a book of its own. */
class TerminalOverTheWireTest {
    private final PracticeShop shop = new PracticeShop();
    private final TestTerminal terminal =
            new TestTerminal().json().at(PracticeShop.NOON).over(shop.alipay);

    @AfterEach
    void close() throws Exception {
        terminal.hadNoFault();
        shop.close();
    }

    @Test
    void whatTheTerminalSaysIsWhatTheProvidersBookSays() {
        int exit = terminal.types(TestTerminal.MILK, "280000000000018888", "wait", "status", "quit");
        assertEquals(TerminalExit.CLOSED, exit);
        BookEntry entry = shop.provider.book().getFirst();
        JsonNode paid = terminal.only("paid");
        assertEquals(entry.tradeNumber(), paid.path("tradeNumber").asString());
        assertEquals(550, paid.path("amountFen").asInt());
        assertTrue(terminal.only("receipt").path("text").asString().contains(entry.tradeNumber()));
        assertTrue(
                terminal.only("status").path("providers").path(0).path("proved").asBoolean());
    }

    @Test
    void aPaymentWhoseAnswerIsLostIsCheckedAndFoundPaid() {
        int exit = terminal.types(TestTerminal.MILK, "280000000000020003", "wait", "quit");
        assertEquals(TerminalExit.CLOSED, exit);
        assertEquals("NET-LOST", terminal.only("checking").path("code").asString());
        assertEquals("paid", terminal.only("paid").path("money").asString());
        assertEquals(1, shop.provider.book().size());
    }

    @Test
    void aRefusalNamesItsFaultAndTheNextCodePays() {
        int exit = terminal.types(
                TestTerminal.MILK,
                "280000000000030002",
                "wait",
                "280000000000040004",
                "wait",
                "280000000000050013",
                "wait",
                "280000000000068888",
                "wait",
                "quit");
        assertEquals(TerminalExit.CLOSED, exit);
        List<String> codes = terminal.objects().stream()
                .filter(object -> object.path("type").asString().equals("not-paid"))
                .map(object -> object.path("code").asString())
                .toList();
        assertEquals(List.of("PAY-NOFUNDS", "PAY-CODE-BAD", "PAY-FROZEN"), codes);
        assertEquals("T001K700000001", terminal.only("paid").path("receipt").asString());
    }
}
