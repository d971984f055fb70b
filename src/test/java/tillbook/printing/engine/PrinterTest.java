package tillbook.printing.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrintJobState;
import tillbook.printing.PrinterFault;
import tillbook.printing.document.Document;
import tillbook.printing.document.Element;
import tillbook.printing.document.Style;
import tillbook.printing.engine.PrintOutcome.Confirmed;
import tillbook.printing.engine.PrintOutcome.NotPrinted;
import tillbook.printing.engine.PrintOutcome.Perhaps;
import tillbook.printing.engine.PrintOutcome.Unconfirmable;
import tillbook.printing.escpos.EscPosEncoder;
import tillbook.printing.escpos.PrinterProfile;
import tillbook.printing.escpos.PrinterProfiles;
import tillbook.printing.paper.PaperText;
import tillbook.printing.port.TcpPort;
import tillbook.printing.practice.Lockstep;
import tillbook.printing.practice.PrinterTrouble;

class PrinterTest {
    private static final PrinterProfile PROFILE =
            PrinterProfiles.shipped().find("epson-cn-80").orElseThrow();

    private final List<String> witnessed = new ArrayList<>();
    private final PrintWitness witness = new PrintWitness() {
        @Override
        public void sending(String sha256, int bytes, ConfirmationTier tier) {
            witnessed.add("sending");
        }

        @Override
        public void sent() {
            witnessed.add("sent");
        }
    };

    /** Before the first byte everything that keeps the printer from printing leaves the original unspent. */
    @ParameterizedTest
    @EnumSource(
            value = ConfirmationTier.class,
            names = {"PROCESS_ID", "BARRIER", "REAL_TIME"})
    void aPrinterThatIsNotWellGetsNotOneByteOfTheSheet(ConfirmationTier tier) throws IOException {
        for (var trouble : List.of(
                new PrinterTrouble.PaperOut(0),
                new PrinterTrouble.CoverOpen(0),
                new PrinterTrouble.CutterJam(0),
                new PrinterTrouble.Overheat(0),
                new PrinterTrouble.Frozen())) {
            try (Lockstep line = line(tier);
                    Printer printer = printer(line, tier)) {
                line.printer().trouble(trouble);
                NotPrinted refused = assertInstanceOf(NotPrinted.class, printer.print(job("a"), witness));
                assertEquals(PrintJobState.QUEUED, refused.state());
                assertEquals(0, refused.measured().bytesTaken());
                assertEquals(List.of(), witnessed);
                assertEquals(List.of(), line.printer().paper().strips());
                // One that says nothing is hung up on, and takes the next call when it has noticed.
                if (trouble instanceof PrinterTrouble.Frozen) line.awaitHangUp();
                line.printer().mend();
                assertFalse(printer.print(job("a"), witness) instanceof NotPrinted);
                line.settle();
                assertEquals(sheet("a"), PaperText.lines(line.printer().paper()));
                witnessed.clear();
            }
        }
    }

    @Test
    void aRollThatIsNearlyUsedUpPrintsAndIsTold() throws IOException {
        try (Lockstep line = line(ConfirmationTier.PROCESS_ID);
                Printer printer = printer(line, ConfirmationTier.PROCESS_ID)) {
            line.printer().trouble(new PrinterTrouble.PaperLow());
            PrintOutcome outcome = printer.print(job("a"), witness);
            assertInstanceOf(Confirmed.class, outcome);
            PrinterStatus status = outcome.measured().status();
            assertTrue(status != null && status.isRecNearEnd() && status.fault().isEmpty());
        }
    }

    @Test
    void whatCannotBeWrittenDownIsNotSent() throws IOException {
        try (Lockstep line = line(ConfirmationTier.PROCESS_ID);
                Printer printer = printer(line, ConfirmationTier.PROCESS_ID)) {
            PrintWitness fullDisk = new PrintWitness() {
                @Override
                public void sending(String sha256, int bytes, ConfirmationTier tier) {
                    throw new IllegalStateException("the disk is full");
                }

                @Override
                public void sent() {}
            };
            assertThrows(IllegalStateException.class, () -> printer.print(job("a"), fullDisk));
            line.settle();
            assertEquals(List.of(), line.printer().paper().strips());
        }
    }

    @Test
    void aLaterNumberProvesTheSheetBeforeIt() throws IOException {
        try (Lockstep line = line(ConfirmationTier.PROCESS_ID);
                Printer printer = printer(line, ConfirmationTier.PROCESS_ID)) {
            line.beforePart(part -> {
                if (part == 0) line.printer().trouble(new PrinterTrouble.Silent());
            });
            PrintOutcome first = printer.print(job("a"), witness);
            assertEquals(
                    PrinterFault.MUTE, assertInstanceOf(Perhaps.class, first).fault());
            line.printer().mend();
            assertEquals(List.of(), printer.takeLateConfirmed());
            assertInstanceOf(Confirmed.class, printer.print(job("b"), witness));
            assertEquals(List.of("a"), printer.takeLateConfirmed());
            assertEquals(List.of(), printer.takeLateConfirmed());
        }
    }

    @Test
    void aBarrierAnsweredLateBelongsToTheSheetThatAskedFirst() throws IOException {
        try (Lockstep line = line(ConfirmationTier.BARRIER);
                Printer printer = printer(line, ConfirmationTier.BARRIER)) {
            line.beforePart(part -> {
                if (part == 0) line.printer().trouble(new PrinterTrouble.LateAnswers(20_000));
            });
            assertInstanceOf(Perhaps.class, printer.print(job("a"), witness));
            line.pass(30_000);
            line.printer().mend();
            line.beforePart(part -> {
                if (part == 0) line.printer().trouble(new PrinterTrouble.PaperOut(4));
            });
            assertInstanceOf(
                    Perhaps.class, printer.print(job("b"), witness), "the answer of the first sheet is not its own");
        }
    }

    @Test
    void aSilentPrinterIsSaidToBeSilentAndCostsItsWaitOnce() throws IOException {
        try (Lockstep line = line(ConfirmationTier.SILENT);
                Printer printer = new Printer(line, null, Patience.USUAL, line, 1)) {
            PrintOutcome first = printer.print(job("a"), witness);
            assertEquals(
                    PrintJobState.UNCONFIRMABLE,
                    assertInstanceOf(Unconfirmable.class, first).state());
            assertEquals(
                    Conversation.STALE_MS + Patience.USUAL.probeMs(),
                    first.measured().ms());
            assertEquals(Optional.of(ConfirmationTier.SILENT), printer.tier());
            assertEquals(0, printer.print(job("b"), witness).measured().ms());
            assertInstanceOf(PrinterLook.Silent.class, printer.look());
        }
    }

    @Test
    void aPrinterWithoutPaperIsNotProbedAndNotTakenForSilent() throws IOException {
        try (Lockstep line = line(ConfirmationTier.PROCESS_ID);
                Printer printer = new Printer(line, null, Patience.USUAL, line, 1)) {
            line.printer().trouble(new PrinterTrouble.PaperOut(0));
            NotPrinted refused = assertInstanceOf(NotPrinted.class, printer.print(job("a"), witness));
            assertEquals(PrinterFault.PAPER_OUT, refused.fault());
            assertEquals(Optional.empty(), printer.tier());
        }
    }

    @Test
    void aHalfSheetIsClearedBeforeTheNext() throws IOException {
        try (Lockstep line = line(ConfirmationTier.PROCESS_ID);
                Printer printer = printer(line, ConfirmationTier.PROCESS_ID)) {
            line.beforePart(part -> {
                if (part == 1) line.printer().trouble(new PrinterTrouble.CoverOpen(0));
            });
            PrintJob longSheet = job("x".repeat(2_000));
            assertEquals(
                    PrinterFault.COVER,
                    assertInstanceOf(Perhaps.class, printer.print(longSheet, witness))
                            .fault());
            line.printer().mend();
            assertInstanceOf(Confirmed.class, printer.print(job("copy"), witness));
            List<String> lines = PaperText.lines(line.printer().paper());
            assertEquals(sheet("copy"), lines.subList(lines.size() - 4, lines.size()));
            assertEquals(List.of(), line.printer().complaints());
        }
    }

    /** A question at the very end of the time had none to be answered, and the printer passed for silent. */
    @Test
    void howeverShortTheTimeToListenItSaysWhatIsTheMatter() throws IOException {
        try (Lockstep line = line(ConfirmationTier.PROCESS_ID);
                Printer printer = printer(line, ConfirmationTier.PROCESS_ID)) {
            line.printer().trouble(new PrinterTrouble.RollEnds(1));
            printer.print(job("a"), witness);
            line.printer().trouble(new PrinterTrouble.LateAnswers(120));
            for (long waitMs : List.of(0L, 1L, 50L, 130L, 500L, 999L)) {
                Perhaps perhaps = assertInstanceOf(
                        Perhaps.class, printer.listen(waitMs).orElseThrow(), () -> "after " + waitMs + " ms");
                assertEquals(PrinterFault.PAPER_OUT, perhaps.fault(), () -> "after " + waitMs + " ms");
            }
        }
    }

    /** As in the midst of a sheet: a printer that takes its time is there, and the original is printed. */
    @ParameterizedTest
    @EnumSource(
            value = ConfirmationTier.class,
            names = {"PROCESS_ID", "BARRIER", "REAL_TIME"})
    void aPrinterThatAnswersLatePrintsAllTheSame(ConfirmationTier tier) throws IOException {
        try (Lockstep line = line(tier);
                Printer printer = printer(line, tier)) {
            line.printer().trouble(new PrinterTrouble.LateAnswers(2_500));
            assertInstanceOf(PrinterLook.Here.class, printer.look());
            PrintOutcome outcome = printer.print(job("a"), witness);
            assertFalse(outcome instanceof NotPrinted || outcome instanceof Perhaps, outcome::toString);
            line.settle();
            assertEquals(sheet("a"), PaperText.lines(line.printer().paper()));
        }
    }

    /** What came too late for one question is not taken for the answer to the next. */
    @Test
    void aPrinterThatAnswersTooLateIsNotTakenForWell() throws IOException {
        try (Lockstep line = line(ConfirmationTier.PROCESS_ID);
                Printer printer = printer(line, ConfirmationTier.PROCESS_ID)) {
            line.printer().trouble(new PrinterTrouble.LateAnswers(8_000));
            for (int tries = 0; tries < 5; tries++) {
                assertInstanceOf(NotPrinted.class, printer.print(job("a"), witness));
                line.pass(5_000);
                line.awaitHangUp();
            }
            line.printer().mend();
            assertInstanceOf(Confirmed.class, printer.print(job("a"), witness));
        }
    }

    @Test
    void listeningToNothingSaysNothing() throws IOException {
        try (Lockstep line = line(ConfirmationTier.PROCESS_ID);
                Printer printer = printer(line, ConfirmationTier.PROCESS_ID)) {
            assertEquals(Optional.empty(), printer.listen(1_000));
            printer.print(job("a"), witness);
            assertEquals(Optional.empty(), printer.listen(1_000));
        }
    }

    @Test
    void theLightTellsWhatIsWrongWithoutPrinting() throws IOException {
        try (Lockstep line = line(ConfirmationTier.REAL_TIME);
                Printer printer = printer(line, ConfirmationTier.REAL_TIME)) {
            line.printer().trouble(new PrinterTrouble.CoverOpen(0));
            PrinterStatus status =
                    assertInstanceOf(PrinterLook.Here.class, printer.look()).status();
            assertEquals(Optional.of(PrinterFault.COVER), status.fault());
            assertEquals("1a 16 12 12", status.hex());
            line.printer().trouble(new PrinterTrouble.Frozen());
            assertInstanceOf(PrinterLook.Away.class, printer.look());
        }
    }

    @Test
    void nobodyAtThatAddressIsGoneAndNotAnException() {
        try (Printer printer = new Printer(new TcpPort("127.0.0.1", 1, 1_000), null, Patience.USUAL, () -> 0, 1)) {
            NotPrinted refused = assertInstanceOf(NotPrinted.class, printer.print(job("a"), witness));
            assertEquals(PrinterFault.GONE, refused.fault());
            assertEquals("connection refused", refused.measured().detail());
        }
    }

    @Test
    void theSheetThatFollowsAConnectionClosedWhileIdleIsStillAnOriginal() throws IOException {
        try (Lockstep line = line(ConfirmationTier.PROCESS_ID);
                Printer printer = printer(line, ConfirmationTier.PROCESS_ID)) {
            printer.print(job("a"), witness);
            line.printer().trouble(new PrinterTrouble.LinkCut(0));
            line.awaitHangUp();
            line.printer().mend();
            assertInstanceOf(Confirmed.class, printer.print(job("b"), witness));
        }
    }

    @Test
    void numbersOfJobsAscendAndAreReadBack() {
        ProcessIds ids = new ProcessIds(94);
        long id = ids.next();
        String text = new String(ProcessIds.bytes(id), StandardCharsets.US_ASCII);
        assertEquals("  ! ", text);
        assertEquals(id, ProcessIds.read("\"" + text, 1).orElseThrow());
        assertTrue(ids.next() > id);
        assertTrue(ProcessIds.read("\"abc", 1).isEmpty());
    }

    private static Lockstep line(ConfirmationTier tier) throws IOException {
        return new Lockstep(PROFILE.dots(), PROFILE.encoding().charset(), tier);
    }

    private static Printer printer(Lockstep line, ConfirmationTier tier) {
        return new Printer(line, tier, Patience.USUAL, line, 1);
    }

    private static List<String> sheet(String text) {
        return List.of(text, "-".repeat(48), "[feed 96]", "[cut]");
    }

    private static PrintJob job(String text) {
        Document document = Document.of(new Element.Text(text, Style.PLAIN), new Element.Rule(), new Element.Cut());
        return new PrintJob(text, new EscPosEncoder(PROFILE).encode(document));
    }
}
