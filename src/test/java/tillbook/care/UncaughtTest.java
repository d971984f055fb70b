package tillbook.care;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UncaughtTest {
    private final List<String> happened = new ArrayList<>();
    private final Uncaught uncaught =
            new Uncaught(fault -> happened.add(fault.kind() + " " + fault.where()), () -> happened.add("end"));

    @Test
    void aFaultEndsItsThreadAndNothingElse() {
        uncaught.uncaughtException(new Thread("scanner"), new IllegalStateException("a fault"));
        assertEquals(List.of("ENDED scanner"), happened);
    }

    @Test
    void aThreadThatEndsForWantOfMemoryTakesTheProgramWithItAfterTellingSo() {
        uncaught.uncaughtException(new Thread("register"), new OutOfMemoryError());
        assertEquals(List.of("ENDED register", "end"), happened);
    }
}
