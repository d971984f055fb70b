package tillbook.desktop.checkout.screen;

/**
 * A light of the top bar. Immutable.
 *
 * @param id the same in every language
 * @param evidence the sentence that says from what it is known, and when
 */
record Light(String id, Tone tone, String mark, String label, String evidence) {
    static final String PRINTER = "printer";
    static final String SCANNER = "scanner";
    static final String JOURNAL = "journal";
}
