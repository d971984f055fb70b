package tillbook.desktop.window;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.util.WaitForAsyncUtils;
import tillbook.diagnosis.cause.Symptom;
import tillbook.journal.EventCodec;
import tillbook.journal.JournalEvent.FindingKept;
import tillbook.journal.JournalEvent.FindingVerdict;
import tillbook.journal.JournalEvent.MendEnd;
import tillbook.journal.JournalEvent.Mended;
import tillbook.payment.AttemptState;
import tillbook.printing.paper.PaperText;
import tillbook.printing.practice.PracticePrinter;
import tillbook.printing.practice.PrinterTrouble;

/** The troubleshooting wizard at the window of a real till, by keyboard alone unless a test says otherwise. */
class WizardWindowTest extends AtTheWindow {
    private static final String MARK = "重打印";

    @ParameterizedTest
    @EnumSource(Symptom.class)
    void everySymptomIsChosenByKeyMeasuredAndKept(Symptom symptom) {
        asks();
        cashier.presses(digit(symptom));
        measured();
        assertEquals(16, Cashier.onFx(() -> checks().getItems().size()));
        cashier.seesText("where-money-answer", "每一笔付款都已有结果");
        cashier.seesText("where-voucher-answer", "每一笔已付的都有小票");
        cashier.seesText("cause-title", "没有发现问题");
        leaves();
        kept(1);
        FindingKept finding = findings().getFirst();
        assertEquals(symptom.word(), finding.symptom());
        assertEquals(List.of(), finding.causes());
        assertEquals(List.of(), finding.mends());
    }

    @Test
    void arrowsAndEnterChooseAsWellAndF3ChoosesAgain() {
        asks();
        assertTrue(cashier.hasFocus("symptom-nothing-shows"));
        cashier.presses(KeyCode.DOWN);
        cashier.presses(KeyCode.DOWN);
        assertTrue(cashier.hasFocus("symptom-scan-dead"));
        cashier.presses(KeyCode.UP);
        cashier.presses(KeyCode.ENTER);
        measured();
        cashier.seesText("wizard-title", "一直显示处理中");
        cashier.presses(KeyCode.F3);
        cashier.seesThing("symptom-everything");
        cashier.presses(KeyCode.DIGIT6);
        measured();
        cashier.seesText("wizard-title", "全部检查");
        leaves();
        kept(2);
    }

    // The paper.

    @Test
    void withoutPaperThatIsNamedAndAfterTheRollWasChangedTheOwedReceiptPrints() {
        printer().trouble(new PrinterTrouble.PaperOut(0));
        String receipt = sellsForCash();
        cashier.seesText("state-checks", "PRN-PAPER-OUT");
        asks();
        assertTrue(cashier.hasFocus("symptom-no-receipt"), "what is likely is marked");
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("cause-code", "PRN-PAPER-OUT");
        cashier.seesText("where-money-answer", "每一笔付款都已有结果");
        cashier.seesText("where-voucher-answer", "1 张");
        assertTrue(cashier.hasFocus("mend"));

        cashier.presses(KeyCode.ENTER);
        cashier.seesText("said", "PRN-PAPER-OUT");
        measured();
        cashier.seesText("cause-code", "PRN-PAPER-OUT");

        printer().mend();
        cashier.presses(KeyCode.F5);
        cashier.seesText("since", receipt);
        cashier.seesText("since", "小票已打印并确认");
        cashier.seesText("where-voucher-answer", "每一笔已付的都有小票");
        Cashier.waits(() -> paper().contains("END"), this::paper);
        assertFalse(paper().contains(MARK), paper());
        leaves();
        List<FindingKept> findings = findings();
        assertEquals("PRN-PAPER-OUT", findings.getFirst().causes().getFirst());
        assertEquals(FindingVerdict.NEEDS_PERSON, findings.getFirst().verdict());
        assertEquals(
                List.of(new Mended("TRY_PRINTER_AGAIN", MendEnd.STILL_WRONG)),
                findings.getFirst().mends());
    }

    @Test
    void thePrintersOwnRemedyPrintsWhatIsOwedAndSaysThatItDid() {
        printer().trouble(new PrinterTrouble.CoverOpen(0));
        sellsForCash();
        cashier.seesText("state-checks", "PRN-COVER");
        cashier.touches("light-printer");
        cashier.touches("find-trouble");
        cashier.seesText("cause-code", "PRN-COVER");
        printer().mend();
        cashier.presses(KeyCode.F12);
        cashier.seesText("said", "已完成");
        cashier.seesText("since", "小票已打印并确认");
        assertEquals(0, shop.state().owed().count());
        measured();
        leaves();
        kept(2);
        assertEquals(
                List.of(new Mended("TRY_PRINTER_AGAIN", MendEnd.DONE)),
                findings().getFirst().mends());
    }

    @Test
    void aSheetThatNobodyKnowsOfIsNeverPrintedByTheWizard() {
        printer().trouble(new PrinterTrouble.LinkCut(400));
        sellsForCash();
        cashier.seesText("state-checks", "请看打印机");
        printer().mend();
        asks();
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("cause-code", "PRN-MUTE");
        cashier.seesText("cause-title", "没有得到确认");
        cashier.presses(KeyCode.F12);
        cashier.presses(KeyCode.F5);
        measured();
        cashier.seesText("cause-code", "PRN-MUTE");
        assertEquals(1, shop.state().owed().unknown().size());
        assertFalse(paper().contains(MARK), paper());
        cashier.presses(KeyCode.F8);
        cashier.seesThing("items");
    }

    @Test
    void fromTheWizardToTheTestPage() {
        asks();
        cashier.presses(KeyCode.DIGIT5);
        measured();
        cashier.presses(KeyCode.F6);
        cashier.touches("test-page");
        Cashier.waits(() -> paper().contains("END"), this::paper);
    }

    // The money.

    @Test
    void aPaymentWhoseAnswerWasLostIsToldAndAskedForAgain() throws Exception {
        troubles("{\"trouble\":\"hang-up\",\"done\":true,\"call\":\"pay\"}");
        troubles("{\"trouble\":\"silence\",\"done\":true,\"call\":\"query\",\"times\":0}");
        cashier.scans(EGGS);
        cashier.scans(code(1, "0000"));
        attempt(AttemptState.UNKNOWN);
        cashier.seesText("state-title", "正在核实");
        asks();
        cashier.seesText("wizard-title", "一直显示处理中");
        cashier.seesText("where-money-answer", "1 笔核实中，￥12.80");
        cashier.seesText("where-voucher-answer", "每一笔已付的都有小票");
        measured();
        Cashier.waits(
                () -> cashier.sees("mend")
                        && Cashier.onFx(() -> cashier.node("mend").getAccessibleText())
                                .contains("再问一次支付平台"),
                () -> "a way to ask again, not " + cashier.reads("cause"));
        nothingWrongAtTheProvider();
        cashier.presses(KeyCode.F12);
        cashier.seesText("said", "再问一次支付平台：已完成");
        cashier.seesText("since", "￥12.80：已到账");
        cashier.seesText("where-money-answer", "每一笔付款都已有结果");
        cashier.seesText("since", "小票已打印并确认");
        measured();
        leaves();
        assertTrue(shop.state().openAttempts().findAny().isEmpty());
        kept(2);
        assertEquals(
                List.of(new Mended("ASK_PROVIDER_AGAIN", MendEnd.DONE)),
                findings().getFirst().mends());
    }

    @Test
    void theLightOfTheNetworkLeadsToAPaymentThatIsOpen() throws Exception {
        troubles("{\"trouble\":\"hang-up\",\"done\":true,\"call\":\"pay\"}");
        troubles("{\"trouble\":\"silence\",\"done\":true,\"call\":\"query\",\"times\":0}");
        cashier.scans(EGGS);
        cashier.scans(code(2, "0000"));
        attempt(AttemptState.UNKNOWN);
        cashier.touches("light-network");
        cashier.seesText("wizard-title", "一直显示处理中");
        cashier.seesText("where-money-answer", "12.80");
        nothingWrongAtTheProvider();
        leaves();
    }

    @Test
    void whatIsOpenLeadsToItsCase() throws Exception {
        troubles("{\"trouble\":\"never-confirms\",\"call\":\"pay\"}");
        cashier.scans(EGGS);
        shop.time.holds();
        cashier.scans(code(3, "0000"));
        attempt(AttemptState.PENDING);
        asks();
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("cause-code", "PAY-WAIT");
        cashier.presses(KeyCode.F7);
        cashier.seesThing("items");
    }

    // Ways out.

    @Test
    void whoLeavesInTheMiddleWaitsForNothingAndNothingIsKept() throws Exception {
        troubles("{\"trouble\":\"silence\",\"done\":false,\"call\":\"query\",\"times\":0}");
        asks();
        cashier.presses(KeyCode.DIGIT6);
        cashier.seesText("counted", "最迟");
        leaves();
        cashier.scans(EGGS);
        lines(1);
        Cashier.waits(() -> threads("wizard").isEmpty(), () -> "no wizard at work: " + threads("wizard"));
        Cashier.waits(() -> threads("check-").isEmpty(), () -> "no check at work: " + threads("check-"));
        assertEquals(List.of(), findings());
        nothingWrongAtTheProvider();
    }

    @Test
    void aScanInTheWizardGoesOnSellingAndIsNotLost() {
        asks();
        cashier.scans(MILK);
        lines(1);
        cashier.seesThing("lines");
        assertTrue(cashier.hasFocus("scan"));
        asks();
        cashier.presses(KeyCode.DIGIT6);
        measured();
        cashier.scans(EGGS);
        lines(2);
        kept(1);
    }

    @Test
    void whoClosesTheWindowInTheWizardIsAskedAtTheCheckout() {
        asks();
        cashier.presses(KeyCode.DIGIT6);
        measured();
        cashier.closesTheWindow();
        cashier.seesThing("close-now");
        kept(1);
    }

    @Test
    void everyLightLeadsThereAndEveryTargetIsLargeEnough() {
        for (String light : List.of("network", "provider-ALIPAY", "scanner", "journal")) {
            cashier.touches("light-" + light);
            cashier.seesText("seen", "指示灯说");
            measured();
            assertEquals("", cashier.tooSmall());
            cashier.touches("leave");
            cashier.seesThing("lines");
            assertTrue(cashier.hasFocus("scan"));
        }
        cashier.presses(KeyCode.F9);
        cashier.touches("find-trouble");
        cashier.seesThing("symptom-everything");
        assertEquals("", cashier.tooSmall());
        cashier.touches("symptom-everything");
        measured();
        assertEquals("", cashier.tooSmall());
        leaves();
        kept(5);
    }

    // Helpers.

    private void asks() {
        types("?");
        Cashier.waits(() -> cashier.sees("wizard-title"), () -> "the wizard");
    }

    /** A character that a keyboard makes of two keys. */
    private void types(String character) {
        Cashier.onFx(() -> {
            Node focused = window.stage().getScene().getFocusOwner();
            Event.fireEvent(
                    focused,
                    new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static KeyCode digit(Symptom symptom) {
        return KeyCode.getKeyCode(Integer.toString(List.of(Symptom.values()).indexOf(symptom) + 1));
    }

    /** Every check has ended, and no remedy is at work. */
    private void measured() {
        Cashier.waits(
                () -> cashier.reads("counted").startsWith("16 项"),
                () -> "every check, not " + cashier.reads("counted"));
    }

    private void leaves() {
        cashier.presses(KeyCode.ESCAPE);
        cashier.seesThing("lines");
        assertTrue(cashier.hasFocus("scan"));
    }

    private ListView<?> checks() {
        return (ListView<?>) cashier.node("checks");
    }

    private String sellsForCash() {
        cashier.scans(EGGS);
        lines(1);
        cashier.seesText("total", "12.80");
        cashier.presses(KeyCode.F11);
        cashier.seesThing("take-cash");
        cashier.presses(KeyCode.ENTER);
        Cashier.waits(() -> shop.state().atCounter() != null, () -> "a sale at the counter");
        return String.valueOf(shop.state().atCounter());
    }

    private PracticePrinter printer() {
        return shop.till.printing().practicePrinter().orElseThrow();
    }

    private String paper() {
        return PaperText.words(printer().paper());
    }

    private void kept(int count) {
        Cashier.waits(() -> findings().size() == count, () -> count + " findings, not " + findings());
    }

    /** As the tape has them. */
    private List<FindingKept> findings() {
        List<FindingKept> all = new ArrayList<>();
        shop.till.tape().read(1, record -> {
            if (EventCodec.decode(record.payload())
                    instanceof EventCodec.Decoded.Event(var stamp, FindingKept finding)) {
                assertEquals(stamp.cashier(), finding.by(), new String(record.payload(), UTF_8));
                all.add(finding);
            }
            return true;
        });
        return all;
    }

    private static List<String> threads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith(prefix))
                .toList();
    }

    private void troubles(String order) throws IOException, InterruptedException {
        provider(HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(order)));
    }

    private void nothingWrongAtTheProvider() throws IOException, InterruptedException {
        provider(HttpRequest.newBuilder().DELETE());
    }

    private void provider(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> said = http.send(
                    request.uri(shop.till.practiceAddress().orElseThrow().resolve("/practice/trouble"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(200, said.statusCode(), said.body());
        }
    }
}
