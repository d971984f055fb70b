package tillbook.diagnosis;

import java.util.Locale;
import tillbook.diagnosis.cause.Cause;
import tillbook.diagnosis.cause.CauseTable;
import tillbook.diagnosis.cause.Symptom;

/** {@code docs/diagnosis.md}: which fault is made to happen in which way, and what is said. Stateless. */
final class DiagnosisPage {
    private static final String HEAD = """
            # What the diagnosis finds

            `FaultProofTest` makes each of these faults happen, lets the diagnosis run with the symptom that a person would choose, and
            holds that the code is named first, that its remedy is said in both languages, and that nothing is named once the remedy
            was done. A register that is well is diagnosed a hundred times, and nothing is named. Where a fault of the register itself
            can be made to happen with a whole register, `DoctorTest` does that as well. Most are made with the part itself: a provider on
            its wire, a printer on its socket, a disk, a second process. Where the check is merely told a value, the column says so,
            and whether `TroublesTest` makes the fault happen in a whole practice register. This page is written by the test.

            | code | how it is made to happen | made with | seen as | named first | the first thing to do |
            |---|---|---|---|---|---|
            """;

    private DiagnosisPage() {}

    static String text() {
        StringBuilder page = new StringBuilder(HEAD);
        for (Fault fault : Fault.all()) page.append(row(fault));
        page.append("\n## Symptoms\n\n| word | English | 中文 |\n|---|---|---|\n");
        for (Symptom symptom : Symptom.values()) {
            page.append("| `" + symptom.word() + "` | " + english().symptom(symptom) + " | "
                    + chinese().symptom(symptom) + " |\n");
        }
        return page.toString();
    }

    private static String row(Fault fault) {
        Cause cause = cause(fault);
        return "| " + fault.code() + " | " + fault.how() + " | " + fault.proof() + " | `"
                + fault.symptom().word() + "` | "
                + english().name(cause) + "<br>" + chinese().name(cause) + " | "
                + english().steps(cause).getFirst() + "<br>"
                + chinese().steps(cause).getFirst() + " |\n";
    }

    /** A code with variants is told by its first row unless the fault is one of a variant's. */
    static Cause cause(Fault fault) {
        String key = fault.code() + variant(fault.how());
        return CauseTable.shipped().rows().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static String variant(String how) {
        if (how.contains("in the provider's place")) return ".portal";
        if (how.contains("encrypted")) return ".tls";
        if (how.contains("searchable copy")) return ".copy";
        if (how.contains("of an account")) return ".account";
        if (how.contains("whether it printed")) return ".sheet";
        return how.contains("write takes long") ? ".slow" : "";
    }

    private static Wording english() {
        return new Wording(Locale.ENGLISH);
    }

    private static Wording chinese() {
        return new Wording(Locale.SIMPLIFIED_CHINESE);
    }
}
