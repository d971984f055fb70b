package tillbook.hardware.mock;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A USB device in memory: descriptors, the control pipe, and what goes in and out of its other pipes. Safe from any thread. */
public abstract class MockDevice {
    private static final int GET_DESCRIPTOR = 6;
    private static final int DEVICE = 1;
    private static final int CONFIGURATION = 2;
    private static final int STRING = 3;

    private final byte[] device;
    private final byte[] configuration;
    private final List<String> strings;
    private final Deque<byte[]> said = new ArrayDeque<>();

    /**
     * Full speed, one configuration.
     *
     * @param model vendor and product number, as in {@code 04b8:0e15}
     * @param faces its interfaces with all they bring, in hex
     * @param strings maker, product, serial number; empty for none
     */
    MockDevice(String model, int interfaces, String faces, List<String> strings) {
        this.strings = List.copyOf(strings);
        String swapped = model.substring(2, 4) + model.substring(0, 2) + model.substring(7, 9) + model.substring(5, 7);
        this.device = hex("12 01 0002 00 00 00 40" + swapped + "0001" + index(0) + index(1) + index(2) + "01");
        this.configuration = hex("09 02 0000" + String.format("%02x", interfaces) + "01 00 c0 32" + faces);
        configuration[2] = (byte) configuration.length;
        configuration[3] = (byte) (configuration.length >> 8);
    }

    private String index(int string) {
        return strings.get(string).isEmpty() ? "00" : "0" + (string + 1);
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
    }

    byte[] deviceDescriptor() {
        return device.clone();
    }

    byte[] configurationDescriptor() {
        return configuration.clone();
    }

    /**
     * Answers on the control pipe.
     *
     * @return null to refuse
     */
    final byte @Nullable [] control(int type, int request, int value, int index, int length) {
        if (type == 0x80 && request == GET_DESCRIPTOR) return descriptor(value >> 8, value & 0xFF);
        if ((type & 0x60) == 0 && type != 0x81) return new byte[0];
        return classRequest(type, request, value, index, length);
    }

    private byte @Nullable [] descriptor(int kind, int index) {
        return switch (kind) {
            case DEVICE -> device;
            case CONFIGURATION -> configuration;
            case STRING -> index == 0 ? hex("04030904") : string(index - 1);
            default -> null;
        };
    }

    private byte @Nullable [] string(int index) {
        if (index >= strings.size()) return null;
        byte[] letters = strings.get(index).getBytes(StandardCharsets.UTF_16LE);
        ByteArrayOutputStream descriptor = new ByteArrayOutputStream();
        descriptor.write(letters.length + 2);
        descriptor.write(STRING);
        descriptor.writeBytes(letters);
        return descriptor.toByteArray();
    }

    /** What belongs to the class of the device; null to refuse. */
    abstract byte @Nullable [] classRequest(int type, int request, int value, int index, int length);

    /** A system begins to talk to it. */
    void plugged() {}

    /** Whether its cable is cut, which ends the line. */
    boolean isCut() {
        return false;
    }

    /** Takes bytes from an OUT pipe: how many it took; the rest is offered again. */
    int take(byte[] bytes, int from, int count) {
        return count;
    }

    /** The next packet for an IN pipe; null if it has nothing to say. */
    synchronized byte @Nullable [] next(int most) {
        byte[] packet = said.poll();
        if (packet == null || packet.length <= most) return packet;
        said.addFirst(Arrays.copyOfRange(packet, most, packet.length));
        return Arrays.copyOf(packet, most);
    }

    synchronized void say(byte... packet) {
        said.add(packet);
    }

    /** Forgets what nobody fetched. */
    synchronized void hush() {
        said.clear();
    }
}
