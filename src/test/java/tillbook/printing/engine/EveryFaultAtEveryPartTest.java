package tillbook.printing.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrinterFault;
import tillbook.printing.engine.PrintOutcome.Confirmed;
import tillbook.printing.engine.PrintOutcome.NotPrinted;
import tillbook.printing.engine.PrintOutcome.Perhaps;
import tillbook.printing.engine.PrintOutcome.Unconfirmable;
import tillbook.printing.escpos.CodeCommand;
import tillbook.printing.escpos.Encoded;
import tillbook.printing.escpos.EscPosEncoder;
import tillbook.printing.escpos.PrinterProfile;
import tillbook.printing.escpos.PrinterProfiles;
import tillbook.printing.paper.PaperText;
import tillbook.printing.practice.Lockstep;
import tillbook.printing.practice.PrinterTrouble;
import tillbook.receipt.Receipt;
import tillbook.receipt.ReceiptDocuments;
import tillbook.receipt.Slips;
import tillbook.receipt.Template;

/**
 * Every trouble before every part of a sheet, over a real socket, with printers of every tier: what is said of the paper is
 * held against the paper.
 */
class EveryFaultAtEveryPartTest {
    private static final PrinterProfile PROFILE =
            PrinterProfiles.shipped().find("epson-cn-80").orElseThrow().withCodes(CodeCommand.RASTER);
    private static final String KEY = "T007K700000042";
    private static final int COPIES_AT = 3;

    private final List<String> witnessed = new ArrayList<>();
    private final PrintWitness witness = new PrintWitness() {
        @Override
        public void sending(String sha256, int bytes, ConfirmationTier tier) {
            assertEquals(64, sha256.length());
            witnessed.add("sending");
        }

        @Override
        public void sent() {
            witnessed.add("sent");
        }
    };

    /** What happens, and what the person is told where the printer can tell. */
    record Mishap(PrinterTrouble trouble, @Nullable PrinterFault fault) {
        boolean isLoss() {
            return fault == PrinterFault.GONE;
        }

        /** The printer never says a word of this sheet. */
        boolean losesTheAnswer() {
            return trouble instanceof PrinterTrouble.Silent || trouble instanceof PrinterTrouble.LateAnswers;
        }
    }

    private static final List<Mishap> MISHAPS = List.of(
            new Mishap(new PrinterTrouble.PaperOut(0), PrinterFault.PAPER_OUT),
            new Mishap(new PrinterTrouble.PaperOut(100), PrinterFault.PAPER_OUT),
            new Mishap(new PrinterTrouble.RollEnds(40), PrinterFault.PAPER_OUT),
            new Mishap(new PrinterTrouble.CoverOpen(0), PrinterFault.COVER),
            new Mishap(new PrinterTrouble.CutterJam(60), PrinterFault.JAM),
            new Mishap(new PrinterTrouble.Overheat(10), PrinterFault.HEAD),
            new Mishap(new PrinterTrouble.Frozen(), PrinterFault.MUTE),
            new Mishap(new PrinterTrouble.Silent(), PrinterFault.MUTE),
            new Mishap(new PrinterTrouble.LinkCut(200), PrinterFault.GONE),
            new Mishap(new PrinterTrouble.PowerCut(200), PrinterFault.GONE),
            new Mishap(new PrinterTrouble.LateAnswers(8_000), PrinterFault.MUTE),
            new Mishap(new PrinterTrouble.Slow(1_000), null));

    static Stream<Arguments> everyMishapOnEveryPrinter() {
        return Stream.of(ConfirmationTier.values())
                .flatMap(tier -> MISHAPS.stream().map(mishap -> Arguments.of(tier, mishap)));
    }

    @ParameterizedTest
    @MethodSource("everyMishapOnEveryPrinter")
    void whatIsSaidOfThePaperIsTrueOfThePaper(ConfirmationTier tier, Mishap mishap) throws IOException {
        int parts = parts(sheet());
        assertTrue(parts > 10, "the sheet has only " + parts + " parts");
        for (int at = 0; at < parts; at++) oneRun(tier, mishap, at);
    }

    private static int parts(Encoded sheet) {
        int parts = 0;
        for (int from = 0; from < sheet.length(); from = sheet.partEnd(from, Delivery.PART_BYTES)) parts++;
        return parts;
    }

    private void oneRun(ConfirmationTier tier, Mishap mishap, int at) throws IOException {
        witnessed.clear();
        String where = tier + " " + mishap + " before part " + at;
        try (Lockstep line = line(tier);
                Printer printer = new Printer(line, tier, Patience.USUAL, line, 7)) {
            line.beforePart(part -> {
                if (part == at) line.printer().trouble(mishap.trouble());
            });
            PrintOutcome outcome = printer.print(new PrintJob(KEY, sheet()), witness);
            line.settle();
            judge(where, outcome, line, tier, mishap);
            afterwards(where, outcome, line, printer, tier, mishap);
            // A letter of which one half is lost with the line is garbage; nothing else may be.
            boolean half = mishap.trouble() instanceof PrinterTrouble.LinkCut && tier != ConfirmationTier.PROCESS_ID;
            line.printer().complaints().forEach(c -> assertTrue(half && c.startsWith("no letter"), where + ": " + c));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(where + ": " + e.getMessage(), e);
        }
    }

    private void judge(String where, PrintOutcome outcome, Lockstep line, ConfirmationTier tier, Mishap mishap) {
        assertEquals("sending", witnessed.getFirst(), where);
        switch (outcome) {
            case Confirmed confirmed -> {
                assertEquals(tier, confirmed.by(), where);
                assertEquals(1, whole(line), where + ": confirmed and not whole");
            }
            case NotPrinted _ -> throw new AssertionError(where + ": not printed, after the first byte");
            case Perhaps perhaps -> {
                boolean told = tier.covers(ConfirmationTier.REAL_TIME) || mishap.isLoss();
                if (told) assertEquals(mishap.fault(), perhaps.fault(), where);
                assertEquals(mishap.isLoss(), !perhaps.mayStillCome(), where);
                assertTrue(whole(line) <= 1, where);
            }
            case Unconfirmable _ -> {
                assertFalse(tier.covers(ConfirmationTier.BARRIER), where + ": this printer can say more");
                assertTrue(whole(line) <= 1, where);
            }
        }
        if (mishap.trouble() instanceof PrinterTrouble.Slow && tier.covers(ConfirmationTier.BARRIER)) {
            assertInstanceOf(Confirmed.class, outcome, where);
        }
    }

    /** The printer is mended: the same sheet is confirmed late without a second print, or a marked copy comes out whole. */
    private void afterwards(
            String where, PrintOutcome outcome, Lockstep line, Printer printer, ConfirmationTier tier, Mishap mishap) {
        line.printer().mend();
        if (!(outcome instanceof Perhaps perhaps)) return;
        if (perhaps.mayStillCome() && tier.covers(ConfirmationTier.REAL_TIME)) {
            PrintOutcome late = printer.listen(60_000).orElseThrow();
            if (!mishap.losesTheAnswer() || late instanceof Confirmed) {
                boolean certain = tier.covers(ConfirmationTier.BARRIER);
                assertSaid(certain, late, where);
                assertEquals(1, whole(line), where + ": late, and not exactly one");
            }
        } else {
            Encoded copy = copy();
            PrintOutcome second = printer.print(new PrintJob(KEY + "/1", copy), witness);
            assertFalse(second instanceof NotPrinted, where + ": " + second);
            line.settle();
            assertTrue(lastSheet(line).contains("重打印 第 1 次"), where + ": " + lastSheet(line));
            assertTrue(lastSheet(line).contains("*** 完 END ***"), where + ": " + lastSheet(line));
        }
    }

    @ParameterizedTest
    @EnumSource(ConfirmationTier.class)
    void aPrinterThatIsWellPrintsTheSheetOnceAndSaysWhatItCan(ConfirmationTier tier) throws IOException {
        try (Lockstep line = line(tier);
                Printer printer = new Printer(line, null, Patience.USUAL, line, 7)) {
            PrintOutcome outcome = printer.print(new PrintJob(KEY, sheet()), witness);
            assertEquals(tier, printer.tier().orElseThrow(), "what the probe found out");
            boolean certain = tier.covers(ConfirmationTier.BARRIER);
            assertSaid(certain, outcome, tier.name());
            assertEquals(List.of("sending", "sent"), witnessed);
            line.settle();
            assertEquals(1, whole(line));
            assertEquals(outcome.measured().bytesTotal(), outcome.measured().bytesTaken());
            if (tier.covers(ConfirmationTier.REAL_TIME))
                assertNotNull(outcome.measured().status());
        }
    }

    private static void assertSaid(boolean certain, PrintOutcome outcome, String where) {
        if (certain) assertInstanceOf(Confirmed.class, outcome, where);
        else assertInstanceOf(Unconfirmable.class, outcome, where);
    }

    private static Lockstep line(ConfirmationTier tier) throws IOException {
        return new Lockstep(PROFILE.dots(), PROFILE.encoding().charset(), tier);
    }

    /** How many sheets came out with all that is on them. */
    private static long whole(Lockstep line) {
        String words = PaperText.words(line.printer().paper());
        boolean all = words.contains("T007K700000042") && words.contains("￥23.06");
        return all ? words.split("\\*\\*\\* 完 END \\*\\*\\*", -1).length - 1L : 0;
    }

    private static String lastSheet(Lockstep line) {
        return PaperText.words(line.printer().paper().sheets().getLast());
    }

    private static Encoded sheet() {
        return encoded(Slips.paidByScan());
    }

    private static Encoded copy() {
        return encoded(Slips.paidByScan().asCopy(1, Slips.paidByScan().at().plusSeconds(COPIES_AT), "S02"));
    }

    private static Encoded encoded(Receipt receipt) {
        Template template = new Template(PROFILE.width(), List.of(), List.of(), false, true, true);
        return new EscPosEncoder(PROFILE)
                .encode(new ReceiptDocuments(
                                template,
                                Locale.SIMPLIFIED_CHINESE,
                                ZoneId.of("Asia/Shanghai"),
                                (paid, zone) -> "https://example.org/r/6f1c9a0e44b2d7")
                        .of(receipt));
    }
}
