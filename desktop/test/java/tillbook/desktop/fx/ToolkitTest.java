package tillbook.desktop.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolkitTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, DISPLAY, :0, true",
        "Linux, WAYLAND_DISPLAY, wayland-0, true",
        "Linux, DISPLAY, '', false",
        "Linux, TERM, xterm, false",
        "Mac OS X, TERM, xterm, true",
        "Windows 11, PATH, x, true",
        "'', PATH, x, false"
    })
    void aDisplayIsWhereTheSystemNamesOne(String system, String variable, String value, boolean display) {
        assertEquals(display, Toolkit.hasDisplay(Map.of(variable, value), system));
    }
}
