package tillbook.register;

/** What the register says to an intent, once what it did is safe on the tape. */
public sealed interface Reply {
    /**
     * Done, and durable.
     *
     * @param state the state with it
     */
    record Done(RegisterState state) implements Reply {}

    /**
     * Not done; nothing changed.
     *
     * @param argument what the sentence needs to name, empty if nothing
     */
    record Refused(Refusal reason, String argument) implements Reply {
        static Refused because(Refusal reason) {
            return new Refused(reason, "");
        }
    }
}
