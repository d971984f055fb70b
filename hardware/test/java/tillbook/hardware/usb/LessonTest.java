package tillbook.hardware.usb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LessonTest {
    @Test
    void onlyTheCodeOnTheScreenIsAnAnswerAndItsSymbologyMayStandBeforeIt() {
        Lesson lesson = Lesson.of("TILL4711", List.of(), 1_000, answer -> {});
        for (String open : List.of("", "T", "TILL4711", "]", "]C", "]C0", "]C0TILL")) {
            assertEquals(true, lesson.mayBecome(open), open);
        }
        for (String open : List.of("q", "TILLX", "]C0X", "]]")) assertEquals(false, lesson.mayBecome(open), open);
        assertEquals(true, lesson.isCode("]C0TILL4711"));
        assertEquals(false, lesson.isCode("TILL471"));
    }
}
