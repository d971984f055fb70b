package tillbook.hardware.mock;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tillbook.printing.practice.PracticePrinter;

/** The practice printer behind the pipes of the USB printer class: it speaks the same status bytes as on any other way. */
public final class MockPrinter extends MockDevice {
    private static final int GET_DEVICE_ID = 0;
    private static final int GET_PORT_STATUS = 1;
    /** Both ways first in the second alternate setting, as some printers have it. */
    private static final String FACES = "0904 00 00 01 07 01 01 00  0705 01 02 4000 00"
            + "0904 00 01 02 07 01 02 00  0705 01 02 4000 00  0705 82 02 4000 00";

    private static final int PAPER_EMPTY = 0x30;
    private static final int WELL = 0x18;

    private final PracticePrinter printer;
    private final String deviceId;
    private volatile boolean isPaperEmpty;

    public MockPrinter(PracticePrinter printer, String serial) {
        super("04b8:0e15", 1, FACES, List.of("EPSON", "TM-T20II", serial));
        this.printer = printer;
        this.deviceId = "MFG:EPSON;CMD:ESC/POS;MDL:TM-T20II;CLS:PRINTER;DES:EPSON TM-T20II;";
    }

    /** What the plug says, which the printer inside does not know. */
    public void paperEmptyAtThePlug(boolean empty) {
        isPaperEmpty = empty;
    }

    @Override
    byte @Nullable [] classRequest(int type, int request, int value, int index, int length) {
        if (type == 0xA1 && request == GET_PORT_STATUS) return new byte[] {(byte) (isPaperEmpty ? PAPER_EMPTY : WELL)};
        if (type != 0xA1 || request != GET_DEVICE_ID) return null;
        byte[] letters = deviceId.getBytes(StandardCharsets.US_ASCII);
        byte[] answer = new byte[letters.length + 2];
        answer[0] = (byte) (answer.length >> 8);
        answer[1] = (byte) answer.length;
        System.arraycopy(letters, 0, answer, 2, letters.length);
        return answer;
    }

    @Override
    void plugged() {
        printer.connected();
        hush();
    }

    @Override
    boolean isCut() {
        return printer.isLinkDown();
    }

    @Override
    int take(byte[] bytes, int from, int count) {
        return printer.receive(bytes, from, count);
    }

    @Override
    synchronized byte @Nullable [] next(int most) {
        byte[] due = printer.takeAnswers();
        if (due.length > 0) say(due);
        return super.next(most);
    }
}
