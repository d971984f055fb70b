package tillbook.desktop.checkout.screen;

/**
 * Something the people at the register should know though it works. Immutable.
 *
 * @param place in the list of the till, which only grows; negative if there is nothing to tell
 * @param more how many wait behind it
 * @param stays it is true as long as the register is open, and cannot be put away
 */
record Strip(int place, Tone tone, String code, String sentence, int more, boolean stays) {
    static final Strip NONE = new Strip(-1, Tone.PLAIN, "", "", 0, false);
}
