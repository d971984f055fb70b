package tillbook.hardware.usb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a device calls itself, from its string descriptor (USB 2.0, 9.6.7): its length, its kind, UTF-16. Pure. */
final class UsbText {
    private static final int HEAD_BYTES = 2;
    private static final int STRING = 3;

    private UsbText() {}

    /**
     * The words of a descriptor; empty where it makes no sense, as those of cheap devices do.
     *
     * @param count how many of the bytes the device sent, negative if it refused
     */
    static String of(ByteBuffer bytes, int count) {
        if (count < HEAD_BYTES || bytes.get(1) != STRING) return "";
        int length = Math.min(count, bytes.get(0) & 0xFF) - HEAD_BYTES;
        if (length <= 0) return "";
        byte[] letters = new byte[length];
        bytes.get(HEAD_BYTES, letters);
        return new String(letters, StandardCharsets.UTF_16LE).replace("\0", "").strip();
    }
}
