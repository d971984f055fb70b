package tillbook.bench;

/** Whether a goal was reached on this machine in this run. */
enum Verdict {
    MET("met"),
    NOT_MET("not met"),
    /** A figure without a goal, there to understand another one. */
    TOLD("told");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    static Verdict of(boolean met) {
        return met ? MET : NOT_MET;
    }

    String word() {
        return word;
    }
}
