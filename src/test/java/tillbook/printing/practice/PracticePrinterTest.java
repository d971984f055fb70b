package tillbook.printing.practice;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.paper.PaperText;

class PracticePrinterTest {
    private static final String PROCESS = "1d28480600303041424344";
    private static final String SENSOR = "1d7201";

    private long nowMs = 1_000;
    private final InstantSource time = () -> Instant.ofEpochMilli(nowMs);
    private PracticePrinter printer = printer(ConfirmationTier.PROCESS_ID);

    @Test
    void aPrinterThatIsWellSaysSo() {
        assertEquals("12", ask("100401"));
        assertEquals("12", ask("100402"));
        assertEquals("12", ask("100403"));
        assertEquals("12", ask("100404"));
        assertEquals("00", ask(SENSOR));
    }

    @Test
    void aProcessIdComesBackWhenAllBeforeItIsPrinted() {
        send("a\n");
        assertEquals("37224142434400", ask(PROCESS));
    }

    @Test
    void atPaperEndTheQuestionsInTheLineAreNotAnsweredAndThoseOfTheMomentAre() {
        printer.trouble(new PrinterTrouble.PaperOut(2));
        send("a\nb\n");
        assertEquals("", ask(SENSOR + PROCESS));
        assertEquals("1a", ask("100401"));
        assertEquals("32", ask("100402"));
        assertEquals("7e", ask("100404"));
        assertEquals(List.of("a"), paper());
    }

    @Test
    void aNewRollPrintsTheRestAndAnswersWhatWasAsked() {
        printer.trouble(new PrinterTrouble.PaperOut(2));
        send("a\nb\n");
        ask(PROCESS);
        printer.mend();
        assertEquals("37224142434400", HexFormat.of().formatHex(printer.takeAnswers()));
        assertEquals(List.of("a", "b"), paper());
    }

    @Test
    void theRollEndsWhenItsPaperIsUsedUp() {
        printer.trouble(new PrinterTrouble.RollEnds(60));
        send("a\nb\nc\n");
        assertEquals(List.of("a", "b"), paper());
    }

    @Test
    void coverCutterAndHeadHaveBitsOfTheirOwn() {
        printer.trouble(new PrinterTrouble.CoverOpen(0));
        assertEquals("1a16", ask("100401" + "100402"));
        printer.mend();
        printer.trouble(new PrinterTrouble.CutterJam(0));
        assertEquals("1a521a", ask("100401" + "100402" + "100403"));
        printer.mend();
        printer.trouble(new PrinterTrouble.Overheat(0));
        assertEquals("1a5252", ask("100401" + "100402" + "100403"));
    }

    @Test
    void aFreedCutterGoesOnWhenToldTo() {
        printer.trouble(new PrinterTrouble.CutterJam(2));
        send("a\nb\n");
        assertEquals(List.of("a"), paper());
        ask("100501");
        assertEquals(List.of("a", "b"), paper());
    }

    @Test
    void clearedBuffersAreConfirmedAndForgotten() {
        printer.trouble(new PrinterTrouble.CoverOpen(2));
        send("a\nb\n");
        assertEquals("372500", ask("10140801031401060208"));
        printer.mend();
        assertEquals(List.of("a"), paper());
    }

    @Test
    void aCommandInTheMidstOfDotsIsObeyedAndMissingFromThem() {
        assertEquals("12", ask("1d763000020002000010040155"));
        assertEquals(List.of(), printer.complaints());
        assertTrue(printer.paper().strips().isEmpty(), "the picture still waits for the bytes that were obeyed");
    }

    @Test
    void whatOnlyLooksLikeACommandIsData() {
        assertEquals("", ask("100409"));
        assertEquals(1, printer.complaints().size());
    }

    @Test
    void changesAreToldWhenAskedFor() {
        assertEquals("10000000", ask("1d61ff"));
        printer.trouble(new PrinterTrouble.PaperOut(0));
        assertEquals("18000f00", HexFormat.of().formatHex(printer.takeAnswers()));
    }

    @Test
    void eachTierSaysNoMoreThanItKnows() {
        String everything = "100401" + SENSOR + PROCESS;
        assertEquals("120037224142434400", ask(everything));
        printer = printer(ConfirmationTier.BARRIER);
        assertEquals("1200", ask(everything));
        printer = printer(ConfirmationTier.REAL_TIME);
        assertEquals("12", ask(everything));
        printer = printer(ConfirmationTier.SILENT);
        assertEquals("", ask(everything));
    }

    @Test
    void lateAnswersComeWhenTheirTimeHasCome() {
        printer.trouble(new PrinterTrouble.LateAnswers(500));
        assertEquals("", ask("100401"));
        nowMs += 499;
        assertEquals(0, printer.takeAnswers().length);
        nowMs += 1;
        assertEquals(1, printer.takeAnswers().length);
    }

    @Test
    void aSlowPrinterPrintsAsTimePasses() {
        printer.trouble(new PrinterTrouble.Slow(2));
        send("a\nb\n");
        assertEquals(List.of(), paper());
        nowMs += 1_000;
        assertEquals(List.of("a"), paper());
        nowMs += 1_000;
        assertEquals(List.of("a", "b"), paper());
    }

    @Test
    void whatIsNotPrintedWhenThePlugIsPulledIsLost() {
        printer.trouble(new PrinterTrouble.PowerCut(3));
        send("a\nb\n");
        printer.mend();
        send("c\n");
        assertEquals(List.of("a", "c"), paper());
    }

    @Test
    void whatCameInBeforeTheCableWasCutIsPrinted() {
        printer.trouble(new PrinterTrouble.LinkCut(4));
        send("a\nb\nc\n");
        assertEquals(List.of("a", "b"), paper());
    }

    @Test
    void aFullBufferTakesNoMore() {
        printer.trouble(new PrinterTrouble.Frozen());
        byte[] much = new byte[PracticePrinter.BUFFER_BYTES + 100];
        assertEquals(PracticePrinter.BUFFER_BYTES, printer.receive(much, 0, much.length));
    }

    @Test
    void aCutInTheMidstOfASheetWaitsForTheSheet() {
        printer.trouble(new PrinterTrouble.LinkCutAtWork(3));
        for (int i = 0; i < 10; i++) assertEquals("12", ask("100401"));
        assertTrue(!printer.isLinkDown());
        send("a\nb\nc\n");
        assertTrue(printer.isLinkDown());
        assertEquals(List.of("a"), paper());
    }

    @Test
    void eachTroubleIsKnownWhileItLastsAndEndsAlone() {
        for (PrinterTrouble one : TROUBLES) {
            for (PrinterTrouble other : TROUBLES) {
                if (one.getClass() == other.getClass()) continue;
                printer = printer(ConfirmationTier.PROCESS_ID);
                printer.trouble(one);
                printer.trouble(other);
                assertTrue(printer.has(one) && printer.has(other), one + " and " + other);
                printer.end(one);
                assertTrue(!printer.has(one) && printer.has(other), one + " ended, " + other);
                printer.mend();
                assertTrue(!printer.has(other), other.toString());
                assertEquals("12", ask("100401"));
            }
        }
    }

    @Test
    void whatWaitedForPaperPrintsWhenThatTroubleAloneEnds() {
        printer.trouble(new PrinterTrouble.PaperOut(0));
        printer.trouble(new PrinterTrouble.PaperLow());
        send("a\n");
        assertEquals(List.of(), paper());
        printer.end(new PrinterTrouble.PaperOut(9));
        assertEquals(List.of("a"), paper());
        assertEquals("1e", ask("100404"));
    }

    @Test
    void onlySheetsThatAreDoneAreTakenAway() {
        send("a\n\u001dVB\0b\n\u001bd\u0004c\n");
        List<String> done = printer.takeDone().stream()
                .map(sheet -> String.join("|", PaperText.lines(sheet)))
                .toList();
        assertEquals(List.of("a|[feed 96]|[cut]", "b|[feed 120]"), done);
        assertEquals(List.of("c"), paper());
        assertEquals(List.of(), printer.takeDone());
    }

    @Test
    void theOldestSheetsFallAwayAsAWhole() {
        printer.keeps(5);
        send("a\nb\n\u001dVB\0");
        assertEquals(4, paper().size());
        send("c\nd\n");
        assertEquals(List.of("c", "d"), paper());
        send("e\nf\ng\nh\n");
        assertEquals(List.of("d", "e", "f", "g", "h"), paper());
    }

    @Test
    void bandsOfDotsThatAreTornApartStayTwoPictures() {
        String band = "1d763000" + "0100" + "0100" + "ff";
        ask(band);
        printer.tearOff();
        ask(band);
        assertEquals(1, paper().size());
    }

    private static final List<PrinterTrouble> TROUBLES = List.of(
            new PrinterTrouble.PaperOut(0),
            new PrinterTrouble.PaperLow(),
            new PrinterTrouble.CoverOpen(0),
            new PrinterTrouble.CutterJam(0),
            new PrinterTrouble.Overheat(0),
            new PrinterTrouble.LinkCut(5),
            new PrinterTrouble.PowerCut(5),
            new PrinterTrouble.Slow(3),
            new PrinterTrouble.Silent(),
            new PrinterTrouble.LateAnswers(5),
            new PrinterTrouble.Frozen());

    private PracticePrinter printer(ConfirmationTier tier) {
        return new PracticePrinter(576, Charset.forName("GB18030"), tier, null, time);
    }

    private String ask(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        printer.receive(bytes, 0, bytes.length);
        return HexFormat.of().formatHex(printer.takeAnswers());
    }

    private void send(String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        printer.receive(bytes, 0, bytes.length);
    }

    private List<String> paper() {
        return PaperText.lines(printer.paper());
    }
}
