package tillbook.journal;

import tillbook.journal.JournalEvent.FindingKept;
import tillbook.journal.JournalEvent.FindingVerdict;
import tillbook.journal.JournalEvent.MendEnd;
import tillbook.journal.JournalEvent.Mended;

/** How a finding lies on the tape. */
final class FindingFormat {
    private FindingFormat() {}

    static void write(FieldWriter out, FindingKept kept) {
        out.text(Names.SYMPTOM, kept.symptom())
                .word(Names.VERDICT, kept.verdict())
                .texts(Names.CAUSES, kept.causes())
                .list(Names.MENDS, kept.mends(), FindingFormat::write)
                .number(Names.TOOK_MS, kept.tookMs())
                .text(Names.BY, kept.by());
    }

    static FindingKept kept(FieldReader in) {
        return new FindingKept(
                in.text(Names.SYMPTOM),
                in.word(Names.VERDICT, FindingVerdict.class),
                in.texts(Names.CAUSES),
                in.list(Names.MENDS, FindingFormat::mended),
                in.number(Names.TOOK_MS),
                in.text(Names.BY));
    }

    private static void write(FieldWriter out, Mended mended) {
        out.text(Names.ACTION, mended.action()).word(Names.END, mended.end());
    }

    private static Mended mended(FieldReader in) {
        return new Mended(in.text(Names.ACTION), in.word(Names.END, MendEnd.class));
    }
}
