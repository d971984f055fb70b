package tillbook.diagnosis.check;

/** What a check came to, the least worrying first. */
public enum Verdict {
    FINE,
    /** Something was wrong, and the register has mended it by itself. */
    MENDED,
    /** It could not be found out, which is neither good nor bad. */
    CANNOT_TELL,
    NEEDS_PERSON;

    /** The worse of the two. */
    public Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
