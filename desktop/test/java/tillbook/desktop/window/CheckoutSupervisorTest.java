package tillbook.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tillbook.payment.AttemptState;
import tillbook.sale.Line;

/** What only a supervisor may do, by keyboard alone and by pointer alone. */
class CheckoutSupervisorTest extends AtTheWindow {
    /** From now on nothing that the provider is asked gets an answer. */
    private void nothingIsAnswered() throws Exception {
        URI gateway = shop.till.practiceAddress().orElseThrow();
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/practice/trouble"))
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"trouble\":\"http-status\",\"status\":502,\"done\":false,\"times\":0}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> said = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(200, said.statusCode(), said.body());
        }
    }

    private void stopped() throws Exception {
        cashier.scans(EGGS);
        shop.time.holds();
        cashier.scans(code(1, "0005"));
        attempt(AttemptState.PENDING);
        nothingIsAnswered();
        cashier.presses(KeyCode.ESCAPE);
        cashier.seesThing("goods-stay");
        cashier.types("1");
        cashier.presses(KeyCode.ENTER);
        shop.time.goesOn();
        attempt(AttemptState.CANCELLING);
        cashier.seesText("state-title", "正在撤销");
    }

    @Test
    void aCancelWithoutAnAnswerDoesNotHoldUpTheCustomerOnceASupervisorSaysSo() throws Exception {
        stopped();
        while (!cashier.hasFocus("allow")) cashier.presses(KeyCode.TAB);
        cashier.presses(KeyCode.SPACE);
        cashier.seesText("state-title", "换一种方式");
        cashier.presses(KeyCode.ESCAPE);
        cashier.seesText("state-title", "正在撤销");
        while (!cashier.hasFocus("allow")) cashier.presses(KeyCode.TAB);
        cashier.presses(KeyCode.SPACE);
        cashier.seesThing("allow-yes");
        cashier.types("1");
        cashier.presses(KeyCode.ENTER);
        cashier.seesThing("recall");
        cashier.presses(KeyCode.F11);
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("state-title", "不用找零");
        attempt(AttemptState.CANCELLING);
    }

    @Test
    void theSameByTouchFromTheTray() throws Exception {
        cashier.size(1024, 768);
        stopped();
        cashier.touches("next");
        String order =
                shop.state().openAttempts().findFirst().orElseThrow().order().text();
        cashier.touches("tray-attempts");
        cashier.touches("allow-" + order);
        cashier.touches("allow-yes");
        Cashier.waits(
                () -> shop.state().openAttempts().findFirst().orElseThrow().anotherAllowedBy() != null,
                () -> "the word is noted");
        assertTrue(cashier.sees("tray-attempts"));
    }

    private void allowedFromTheTray() throws Exception {
        stopped();
        cashier.touches("next");
        assertFalse(cashier.sees("tray-unpaid"));
        String order =
                shop.state().openAttempts().findFirst().orElseThrow().order().text();
        cashier.touches("tray-attempts");
        cashier.touches("allow-" + order);
        cashier.touches("allow-yes");
    }

    /** Nobody scans anything in between. */
    @Test
    void aSaleThatWasPutAsideAndMayBePaidAnotherWayIsInTheTrayAtOnce() throws Exception {
        allowedFromTheTray();
        cashier.seesText("tray-unpaid", "1");
        cashier.presses(KeyCode.F11);
        assertFalse(cashier.sees("entry"), "what was put aside is not at the counter: nobody pays it by F11");
        cashier.touches("tray-unpaid");
        cashier.touches("recall-" + shop.state().sales().getFirst().sale().number());
        lines(1);
        cashier.seesText("total", "￥12.80");
        cashier.presses(KeyCode.F11);
        cashier.seesThing("take-cash");
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("state-title", "不用找零");
    }

    @Test
    void theNextCustomersGoodsAreNotAddedToASaleThatWasPutAside() throws Exception {
        allowedFromTheTray();
        cashier.seesThing("tray-unpaid");
        cashier.scans(MILK);
        Cashier.waits(
                () -> shop.state().basket().lines().stream()
                        .map(Line::code)
                        .toList()
                        .equals(List.of(MILK)),
                () -> "milk alone, not " + shop.state().basket().lines());
        cashier.seesText("tray-held", "1");
        assertEquals(
                List.of(EGGS),
                shop.state().held().getFirst().basket().lines().stream()
                        .map(Line::code)
                        .toList());
    }
}
