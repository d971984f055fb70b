package tillbook.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tillbook.payment.AttemptState;

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
        cashier.scans(code(1, "0005"));
        attempt(AttemptState.PENDING);
        nothingIsAnswered();
        cashier.presses(KeyCode.ESCAPE);
        cashier.seesThing("goods-stay");
        cashier.types("1");
        cashier.presses(KeyCode.ENTER);
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
}
