package tillbook.device;

import java.util.List;

/** What came of "scan this code now". */
public sealed interface Teaching {
    /** This scanner read the code; it is ours from now on, as after {@link DeviceHost#use}. */
    record Taken(FoundDevice scanner) implements Teaching {}

    /** Nobody read the code in time, or somebody typed instead; every keyboard is the system's again. */
    record NoAnswer(List<FoundDevice> asked) implements Teaching {
        public NoAnswer {
            asked = List.copyOf(asked);
        }
    }

    /** No device is plugged in that could be a scanner. */
    record NobodyToAsk() implements Teaching {}

    /** An earlier question is not over yet. */
    record StillAsking() implements Teaching {}
}
