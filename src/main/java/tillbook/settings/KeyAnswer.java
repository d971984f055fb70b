package tillbook.settings;

import java.util.List;

/** What asking for a key, or taking one in, came to. */
public sealed interface KeyAnswer {
    /**
     * The key.
     *
     * @param remarks what its owner should know though the key is used
     */
    record Ready(KeyEntry entry, List<KeyProblem> remarks) implements KeyAnswer {
        public Ready {
            remarks = List.copyOf(remarks);
        }
    }

    /** No key, and nothing was changed. */
    record Refused(KeyProblem problem) implements KeyAnswer {}
}
