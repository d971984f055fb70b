package tillbook.printing.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrinterFault;
import tillbook.printing.document.Document;
import tillbook.printing.document.Element;
import tillbook.printing.document.Style;
import tillbook.printing.engine.PrintOutcome.NotPrinted;
import tillbook.printing.engine.PrintOutcome.Perhaps;
import tillbook.printing.engine.PrintOutcome.Unconfirmable;
import tillbook.printing.escpos.EscPosEncoder;
import tillbook.printing.escpos.PrinterProfile;
import tillbook.printing.escpos.PrinterProfiles;

/** A printer to which somebody else spoke before: what it says of that proves nothing of ours. */
class PrinterWithAPastTest {
    private static final PrinterProfile PROFILE =
            PrinterProfiles.shipped().find("epson-cn-80").orElseThrow();

    /** So many zeros end any command of ours. */
    private static final String ZEROS = "\0".repeat(1_100);
    /** Every sheet begins with it. */
    private static final String HEAD = "\u001b@";

    private static final PrintWitness NOBODY = new PrintWitness() {
        @Override
        public void sending(String sha256, int bytes, ConfirmationTier tier) {}

        @Override
        public void sent() {}
    };

    private final ScriptedPrinter script = new ScriptedPrinter();

    /** The sheet of a register that was closed since comes out on a new roll, and its number is higher than any of ours. */
    @Test
    void theNumberOfSomebodyElsesJobProvesNothing() {
        script.greets(0x37, 0x22, 0x7E, 0x7E, 0x7E, 0x7E, 0x00);
        try (Printer printer = printer(ConfirmationTier.PROCESS_ID)) {
            assertInstanceOf(Perhaps.class, printer.print(job("a"), NOBODY));
            assertInstanceOf(Perhaps.class, printer.print(job("b"), NOBODY));
            assertEquals(List.of(), printer.takeLateConfirmed());
        }
    }

    /** The printer stands still within a command: what is sent next would end that, and a copy would lose its mark. */
    @ParameterizedTest
    @EnumSource(value = ConfirmationTier.class, names = "SILENT", mode = EnumSource.Mode.EXCLUDE)
    void aSheetThatIsGivenUpWithinACommandSwallowsNothingOfTheNext(ConfirmationTier tier) {
        try (Printer printer = printer(tier)) {
            Perhaps stuck = assertInstanceOf(Perhaps.class, printer.print(job("a"), standsStillAfter(20)));
            assertTrue(stuck.mayStillCome());
            assertEquals(20, stuck.measured().bytesTaken());
            printer.clear();
            assertInstanceOf(NotPrinted.class, printer.print(job("a/1"), NOBODY));
            isWellAgain();
            assertFalse(printer.print(job("a/1"), NOBODY) instanceof NotPrinted);
        }
        assertTrue(script.sentLast().contains(ZEROS + HEAD), "the half command is ended before the copy begins");
    }

    /** The same, and the line to it stays: nothing but the next sheet is in the way of the half command. */
    @ParameterizedTest
    @EnumSource(value = ConfirmationTier.class, names = "SILENT", mode = EnumSource.Mode.EXCLUDE)
    void whatAPersonGaveUpIsEndedOnTheSameLine(ConfirmationTier tier) {
        try (Printer printer = printer(tier)) {
            printer.print(job("a"), standsStillAfter(20));
            printer.clear();
            isWellAgain();
            assertFalse(printer.print(job("a/1"), NOBODY) instanceof NotPrinted);
        }
        assertTrue(script.sentLast().contains(ZEROS + HEAD), "the half command is ended before the copy begins");
    }

    /** A register that lost its power may have left half a command in a printer that kept its own. */
    @ParameterizedTest
    @EnumSource(ConfirmationTier.class)
    void theFirstSheetOfAProcessEndsWhatTheOneBeforeLeft(ConfirmationTier tier) {
        try (Printer printer = printer(tier)) {
            printer.print(job("a"), NOBODY);
            printer.print(job("b"), NOBODY);
        }
        String sent = script.sentLast();
        int zeros = sent.indexOf(ZEROS + HEAD);
        assertTrue(zeros >= 0 && zeros < sent.indexOf("a\n"), "before its first sheet");
        assertEquals(zeros, sent.lastIndexOf(ZEROS + HEAD), "and never again");
    }

    /** An answer to whoever asked before shifts all that follow, and an open cover passes for the answer to another question. */
    @Test
    void whatLiesOnTheLineFromBeforeIsNoAnswerToUs() {
        script.saidBefore(0x12, 0x12, 0x12, 0x12);
        script.status = ScriptedPrinter.bytes(0x1A, 0x16, 0x12, 0x12);
        try (Printer printer = printer(ConfirmationTier.REAL_TIME)) {
            NotPrinted refused = assertInstanceOf(NotPrinted.class, printer.print(job("a"), NOBODY));
            assertEquals(PrinterFault.COVER, refused.fault());
        }
    }

    /** Where no answer can come, none is waited for, and nothing is printed of questions that it may not know. */
    @Test
    void overAWayWithoutAnswersNothingIsAsked() {
        script.ceiling = ConfirmationTier.SILENT;
        try (Printer printer = new Printer(script, null, Patience.USUAL, script, 1)) {
            assertInstanceOf(PrinterLook.Silent.class, printer.look());
            Unconfirmable outcome = assertInstanceOf(Unconfirmable.class, printer.print(job("a"), NOBODY));
            assertEquals(0, outcome.measured().ms());
            assertEquals(ConfirmationTier.SILENT, printer.tier().orElseThrow());
        }
        assertFalse(script.sentLast().contains("\u0010\u0004"), "a question");
    }

    /** A machine that was busy with something else while the question left has the answer all the same. */
    @Test
    void anAnswerThatIsThereIsReadHoweverLongTheQuestionTookToLeave() {
        script.writeMs = Patience.USUAL.busyMs() + 1;
        try (Printer printer = printer(ConfirmationTier.REAL_TIME)) {
            assertInstanceOf(PrinterLook.Here.class, printer.look());
            assertInstanceOf(Unconfirmable.class, printer.print(job("a"), NOBODY));
        }
    }

    private PrintWitness standsStillAfter(int bytes) {
        return new PrintWitness() {
            @Override
            public void sending(String sha256, int length, ConfirmationTier tier) {
                script.room = bytes;
                script.answers = false;
            }

            @Override
            public void sent() {}
        };
    }

    private void isWellAgain() {
        script.room = Long.MAX_VALUE;
        script.answers = true;
    }

    private Printer printer(ConfirmationTier tier) {
        return new Printer(script, tier, Patience.USUAL, script, 1);
    }

    private static PrintJob job(String text) {
        Document document = Document.of(new Element.Text(text, Style.PLAIN), new Element.Rule(), new Element.Cut());
        return new PrintJob(text, new EscPosEncoder(PROFILE).encode(document));
    }
}
