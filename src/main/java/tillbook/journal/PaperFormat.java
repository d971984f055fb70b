package tillbook.journal;

import tillbook.journal.JournalEvent.CopyOrdered;
import tillbook.journal.JournalEvent.PrintJudged;
import tillbook.journal.JournalEvent.PrintMoved;
import tillbook.journal.JournalEvent.PrintReleased;
import tillbook.journal.JournalEvent.PrintSending;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrintEvidence;
import tillbook.printing.PrintJobState;
import tillbook.printing.PrinterFault;

/** How the records of sheets lie on the tape. */
final class PaperFormat {
    private PaperFormat() {}

    static void write(FieldWriter out, PrintReleased released) {
        out.receipt(Names.RECEIPT, released.receipt())
                .number(Names.COPY, released.copy())
                .text(Names.BY, released.by());
    }

    static PrintReleased released(FieldReader in) {
        return new PrintReleased(in.receipt(Names.RECEIPT), in.count(Names.COPY), in.text(Names.BY));
    }

    static void write(FieldWriter out, CopyOrdered ordered) {
        out.receipt(Names.RECEIPT, ordered.receipt())
                .number(Names.COPY, ordered.copy())
                .text(Names.BY, ordered.by());
    }

    static CopyOrdered copyOrdered(FieldReader in) {
        return new CopyOrdered(in.receipt(Names.RECEIPT), in.count(Names.COPY), in.text(Names.BY));
    }

    static void write(FieldWriter out, PrintSending sending) {
        out.receipt(Names.RECEIPT, sending.receipt())
                .number(Names.COPY, sending.copy())
                .text(Names.PRINTER, sending.printer())
                .text(Names.SHA256, sending.sha256())
                .number(Names.BYTES, sending.bytes())
                .word(Names.TIER, sending.tier());
    }

    static PrintSending sending(FieldReader in) {
        return new PrintSending(
                in.receipt(Names.RECEIPT),
                in.count(Names.COPY),
                in.text(Names.PRINTER),
                in.text(Names.SHA256),
                in.count(Names.BYTES),
                in.word(Names.TIER, ConfirmationTier.class));
    }

    static void write(FieldWriter out, PrintMoved moved) {
        out.receipt(Names.RECEIPT, moved.receipt())
                .number(Names.COPY, moved.copy())
                .word(Names.STATE, moved.state())
                .wordIfAny(Names.FAULT, moved.fault())
                .objectIfAny(Names.EVIDENCE, moved.evidence(), PaperFormat::write);
    }

    static PrintMoved moved(FieldReader in) {
        return new PrintMoved(
                in.receipt(Names.RECEIPT),
                in.count(Names.COPY),
                in.word(Names.STATE, PrintJobState.class),
                in.wordIfAny(Names.FAULT, PrinterFault.class),
                in.objectIfAny(Names.EVIDENCE, PaperFormat::evidence));
    }

    private static void write(FieldWriter out, PrintEvidence evidence) {
        out.text(Names.PRINTER, evidence.printer())
                .wordIfAny(Names.TIER, evidence.tier())
                .number(Names.BYTES_TAKEN, evidence.bytesTaken())
                .number(Names.BYTES_TOTAL, evidence.bytesTotal())
                .number(Names.MS, evidence.ms())
                .textIfAny(Names.STATUS, evidence.status())
                .text(Names.DETAIL, evidence.detail());
    }

    private static PrintEvidence evidence(FieldReader in) {
        return new PrintEvidence(
                in.text(Names.PRINTER),
                in.wordIfAny(Names.TIER, ConfirmationTier.class),
                in.count(Names.BYTES_TAKEN),
                in.count(Names.BYTES_TOTAL),
                in.number(Names.MS),
                in.textIfAny(Names.STATUS),
                in.text(Names.DETAIL));
    }

    static void write(FieldWriter out, PrintJudged judged) {
        out.receipt(Names.RECEIPT, judged.receipt())
                .number(Names.COPY, judged.copy())
                .flag(Names.COMPLETE, judged.complete())
                .text(Names.BY, judged.by());
    }

    static PrintJudged judged(FieldReader in) {
        return new PrintJudged(
                in.receipt(Names.RECEIPT), in.count(Names.COPY), in.flag(Names.COMPLETE), in.text(Names.BY));
    }
}
