package tillbook.diagnosis;

import tillbook.diagnosis.cause.Mend;

/** What came of a mend: a value of its own, apart from what the checks say afterwards. */
public sealed interface MendResult {
    Mend mend();

    /** It was done, or the failed thing works again. */
    record Done(Mend mend) implements MendResult {}

    /**
     * It was tried, and nothing is better.
     *
     * @param why a code or a word of the machine, for a hotline
     */
    record StillWrong(Mend mend, String why) implements MendResult {}

    /** It cannot be done from here: by a doctor without a register, or by any machine. */
    record NotHere(Mend mend) implements MendResult {}
}
