package tillbook.bench;

/** Whether a goal was reached on this machine in this run. */
public enum Verdict {
    /** Reached. */
    MET("met"),
    /** Missed. */
    NOT_MET("not met"),
    /** A figure without a goal, there to understand another one. */
    TOLD("told");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** Reached or missed. */
    public static Verdict of(boolean met) {
        return met ? MET : NOT_MET;
    }

    String word() {
        return word;
    }
}
