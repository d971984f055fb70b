package tillbook.hardware.usb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsbTextTest {
    @Test
    void aNameIsReadAsFarAsItGoes() {
        assertEquals("TM", text("06035400 4d00", 6));
        assertEquals("T", text("06035400 4d00", 4), "less came than was said");
        assertEquals("T", text("04035400 4d00", 6), "more came than was said");
    }

    /** One such device would otherwise keep every other from being found. */
    @ParameterizedTest
    @ValueSource(strings = {"0003 5400", "0103 5400", "0203 5400", "0603 5400", "0404 5400"})
    void aLengthThatMakesNoSenseIsNoName(String bytes) {
        for (int count = -9; count <= 2; count++) assertEquals("", text(bytes, count));
        if (!bytes.startsWith("06")) assertEquals("", text(bytes, 4));
    }

    private static String text(String hex, int count) {
        return UsbText.of(ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", ""))), count);
    }
}
