package tillbook.payment.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tillbook.payment.PaymentAnswer;
import tillbook.payment.PaymentProvider.PaymentRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another process drives the practice provider by its control endpoints. */
class ControlDeskTest {
    private final PracticeShop shop = new PracticeShop();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void closeShop() {
        http.close();
        shop.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'trouble':'says','code':'40004','subCode':'ACQ.SYSTEM_ERROR','done':true,'general':false}",
                "{'trouble':'says','code':'20000','subCode':null,'done':true,'general':true}",
                "{'trouble':'confirms-late','afterMs':8000}",
                "{'trouble':'never-confirms'}",
                "{'trouble':'arrives-late','afterMs':8000,'evenAfterCancel':true}",
                "{'trouble':'blind'}",
                "{'trouble':'retry-flag'}",
                "{'trouble':'wrong-amount','fenMore':-1}",
                "{'trouble':'other-order'}",
                "{'trouble':'silence','done':true}",
                "{'trouble':'hang-up','done':false}",
                "{'trouble':'http-status','status':502,'done':true}",
                "{'trouble':'captive-portal','redirect':true}",
                "{'trouble':'slow','afterMs':1500}",
                "{'trouble':'trickle','gapMs':50}",
                "{'trouble':'forged'}",
                "{'trouble':'unsigned'}",
                "{'trouble':'cut-off','connection':true}",
                "{'trouble':'huge','bytes':300000}",
                "{'trouble':'wrong-date','aheadMs':-400000}"
            })
    void everyTroubleIsSwitchedOnByNameAndReadBackAsItWasSent(String single) throws Exception {
        JsonNode active = post(single.replace('\'', '"'), 200).path("active");
        assertEquals(1, active.size());
        JsonNode sent = JsonMapper.shared().readTree(single.replace('\'', '"'));
        sent.forEachEntry((name, value) -> assertEquals(value, active.path(0).path(name), name));
        assertEquals(1, active.path(0).path("times").asInt());
        assertEquals(Call.values().length, active.path(0).path("calls").size());
        assertEquals(
                0, send("DELETE", "/practice/trouble", "", 200).path("active").size());
    }

    @Test
    void whatIsCountedIsSwitchedOffAndWhatLastsStays() throws Exception {
        post("{\"trouble\":\"forged\",\"times\":0}", 200);
        post("{\"trouble\":\"blind\",\"call\":\"query\",\"times\":3}", 200);
        JsonNode left = send("DELETE", "/practice/trouble/counted", "", 200).path("active");
        assertEquals(1, left.size());
        assertEquals("forged", left.path(0).path("trouble").asString());
    }

    @Test
    void everyTroubleHasAnExampleHere() throws Exception {
        ValueSource examples = ControlDeskTest.class
                .getDeclaredMethod("everyTroubleIsSwitchedOnByNameAndReadBackAsItWasSent", String.class)
                .getAnnotation(ValueSource.class);
        String all = String.join("\n", examples.strings());
        var names = Trouble.class
                .getAnnotation(com.fasterxml.jackson.annotation.JsonSubTypes.class)
                .value();
        Arrays.stream(names).forEach(each -> assertTrue(all.contains("'" + each.name() + "'"), each.name()));
    }

    @Test
    void aTroubleBefallsItsCallSoManyTimes() throws Exception {
        post("{\"trouble\":\"hang-up\",\"done\":true,\"call\":\"pay\",\"times\":2}", 200);
        PaymentRequest first = shop.request(100);
        assertInstanceOf(PaymentAnswer.Unknown.class, shop.alipay.pay(first));
        assertInstanceOf(PaymentAnswer.Paid.class, shop.alipay.query(first.order()));
        assertInstanceOf(PaymentAnswer.Unknown.class, shop.alipay.pay(shop.request(100)));
        assertInstanceOf(PaymentAnswer.Paid.class, shop.alipay.pay(shop.request(100)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "{}",
                "{\"trouble\":\"earthquake\"}",
                "{\"trouble\":\"slow\"}",
                "{\"trouble\":\"blind\",\"size\":3}",
                "{\"trouble\":\"blind\",\"call\":\"sing\"}",
                "{\"trouble\":\"blind\",\"times\":-1}"
            })
    void nonsenseIsRefusedWithASentenceAndSwitchesNothingOn(String body) throws Exception {
        assertTrue(post(body, 400).path("problem").asString().length() > 5);
        assertEquals(0, send("GET", "/practice/trouble", "", 200).path("active").size());
    }

    @Test
    void theBookIsReadByOthersToTheFen() throws Exception {
        PaymentRequest returned = shop.request(1205);
        shop.alipay.pay(returned);
        shop.alipay.cancel(returned.order());
        shop.alipay.pay(shop.request(500));
        shop.alipay.pay(shop.request(300, shop.codeEnding("0005")));
        JsonNode book = send("GET", "/practice/book", "", 200);
        assertEquals(1705, book.path("takenFen").asInt());
        assertEquals(1205, book.path("returnedFen").asInt());
        assertEquals(1, book.path("openTrades").asInt());
        assertEquals(
                returned.order().text(),
                book.path("entries").path(0).path("order").asString());
        assertEquals("RETURNED", book.path("entries").path(0).path("state").asString());
        assertEquals(
                "2026-11-22T04:00:00Z",
                book.path("entries").path(0).path("takenAt").asString());
    }

    @Test
    void whoeverIsToConfirmDoesWhenItIsSaidAndNobodyElseChanges() throws Exception {
        PaymentRequest never = shop.request(300, shop.codeEnding("0005"));
        PaymentRequest late = shop.request(200, shop.codeEnding("0001"));
        PaymentRequest cancelled = shop.request(100, shop.codeEnding("0005"));
        for (PaymentRequest one : new PaymentRequest[] {never, late, cancelled}) {
            assertInstanceOf(PaymentAnswer.Pending.class, shop.alipay.pay(one));
        }
        shop.alipay.cancel(cancelled.order());
        JsonNode book = send("POST", "/practice/confirm", "", 200);
        assertEquals(500, book.path("takenFen").asInt());
        assertEquals(0, book.path("openTrades").asInt());
        assertInstanceOf(PaymentAnswer.Paid.class, shop.alipay.query(never.order()));
        assertInstanceOf(PaymentAnswer.Paid.class, shop.alipay.query(late.order()));
        assertEquals(
                book.path("entries"), send("POST", "/practice/confirm", "", 200).path("entries"));
        assertEquals("CLOSED", book.path("entries").path(2).path("state").asString());
    }

    @Test
    void anUnknownAddressSaysWhichThereAre() throws Exception {
        assertTrue(send("GET", "/", "", 404).path("problem").asString().contains("/practice/book"));
    }

    @Test
    void thePageForNewcomersNamesEveryTroubleAndEveryEnding() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "practice-provider.md"), StandardCharsets.UTF_8);
        var names = Trouble.class
                .getAnnotation(com.fasterxml.jackson.annotation.JsonSubTypes.class)
                .value();
        Arrays.stream(names).forEach(each -> assertTrue(page.contains("`" + each.name() + "`"), each.name()));
        CodeEndings.all().keySet().forEach(each -> assertTrue(page.contains("…" + each), each));
    }

    private JsonNode post(String body, int status) throws Exception {
        return send("POST", "/practice/trouble", body, status);
    }

    private JsonNode send(String method, String path, String body, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(shop.provider.uri().resolve(path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(status, answer.statusCode(), answer.body());
        return JsonMapper.shared().readTree(answer.body());
    }
}
