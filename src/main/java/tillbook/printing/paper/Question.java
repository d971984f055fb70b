package tillbook.printing.paper;

import java.util.List;

/** What the bytes ask of the printer, beyond paper, in the order of the paper. Immutable. */
public sealed interface Question {
    /** {@code GS r 1}: how is the paper sensor? */
    record PaperSensor() implements Question {}

    /** {@code GS I n}: who are you? */
    record Identity(int kind) implements Question {}

    /**
     * {@code GS ( H}: say this when all before it is printed.
     *
     * @param id four bytes of 20 to 7E
     */
    record ProcessId(List<Byte> id) implements Question {
        public ProcessId {
            id = List.copyOf(id);
        }
    }

    /** {@code GS a n}: say by yourself when something changes; 0 to stop. */
    record AutomaticStatus(int mask) implements Question {}

    /** {@code ESC p}: open the drawer. */
    record Drawer() implements Question {}
}
