package tillbook.printing.paper;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The inside of a printer: takes bytes one by one and puts on paper what an ESC/POS printer for Chinese would. Strict:
 * what it does not understand is noted, as paper alone would hide it.
 *
 * <p>Owned by one thread.
 */
public final class PaperPrinter {
    private static final int COMMAND_BYTES_MAX = 1 << 20;
    private static final int STRIPS_MAX = 100_000;
    private static final int COMPLAINTS_MAX = 100;
    /** From the head to the cutter. */
    private static final int CUT_FEED_DOTS = 96;

    private final int dots;
    private final @Nullable Bitmap logo;
    private final Consumer<Question> asked;
    private final LinePen pen;
    private final Letters letters;
    private final CodePress codes;
    private final List<Strip> strips = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private byte[] command = new byte[64];
    private int have;
    private int length;
    private boolean joinable;
    private long printedDots;
    private int stripsKept = STRIPS_MAX;
    private long changes;

    /**
     * A printer with an empty roll of paper.
     *
     * @param dots the printable width
     * @param chinese how it is set to read texts
     * @param logo what its memory holds, null for none
     * @param asked told of every question in the order of the bytes, on the thread that gives them
     */
    public PaperPrinter(int dots, Charset chinese, @Nullable Bitmap logo, Consumer<Question> asked) {
        this.dots = dots;
        this.logo = logo;
        this.asked = asked;
        this.pen = new LinePen(dots);
        this.letters = new Letters(chinese);
        this.codes = new CodePress(dots);
    }

    /** The paper of these bytes, from a printer just switched on. */
    public static Paper paperOf(byte[] bytes, int dots, Charset chinese) {
        PaperPrinter printer = new PaperPrinter(dots, chinese, null, question -> {});
        for (byte value : bytes) printer.accept(value);
        return printer.paper();
    }

    /** What came out so far. */
    public Paper paper() {
        return new Paper(dots, strips);
    }

    /** What it did not understand, in the order it came, at most {@value #COMPLAINTS_MAX}. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** As {@link #complaints}, and they are made no more. */
    public List<String> takeComplaints() {
        List<String> taken = List.copyOf(complaints);
        complaints.clear();
        return taken;
    }

    /** How much paper has gone by since it was made. */
    public long printedDots() {
        return printedDots;
    }

    /** Whether a row or a command is begun and not ended: whoever pulls the plug now loses something. */
    public boolean isMidway() {
        return have > 0 || letters.isOpen() || !pen.isEmpty();
    }

    /** Takes the sheets away. */
    public void tearOff() {
        strips.clear();
        joinable = false;
        changes++;
    }

    /** Goes up with every change of its paper. */
    public long changes() {
        return changes;
    }

    /** Takes away the sheets that are done: up to the last cut, or to the last white that is long enough to tear. */
    public List<Paper> takeDone() {
        List<Paper> done = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < strips.size(); i++) {
            if (!endsSheet(strips.get(i))) continue;
            done.add(new Paper(dots, strips.subList(from, i + 1)));
            from = i + 1;
        }
        strips.subList(0, from).clear();
        if (from > 0) changes++;
        return done;
    }

    private static boolean endsSheet(Strip strip) {
        return switch (strip) {
            case Strip.Cut _ -> true;
            case Strip.Feed feed -> feed.heightDots() > CUT_FEED_DOTS;
            case Strip.Line _, Strip.Picture _ -> false;
        };
    }

    /**
     * From now on the oldest paper falls away where there is more than so much, whole sheets where it can be.
     *
     * @param strips rows, pictures and feeds, 1 or more
     */
    public void keeps(int strips) {
        stripsKept = strips;
    }

    private void fallAway() {
        int least = strips.size() - stripsKept;
        if (least <= 0) return;
        int end = least;
        while (end < strips.size() && !endsSheet(strips.get(end - 1))) end++;
        strips.subList(0, end < strips.size() ? end : least).clear();
    }

    /** Forgets what is begun and every setting, as when it is switched off and on. What is printed stays. */
    public void powerCycle() {
        have = 0;
        length = 0;
        forget();
    }

    /** Takes the next byte and does what it completes. */
    public void accept(byte value) {
        if (have > 0) collect(value);
        else if (letters.isOpen()) letter(value & 0xFF);
        else if (CommandLength.begins(value & 0xFF)) collect(value);
        else if ((value & 0xFF) < 0x20) control(value);
        else letter(value & 0xFF);
    }

    private void collect(byte value) {
        if (have == command.length) command = Arrays.copyOf(command, command.length * 2);
        command[have++] = value;
        if (length == CommandLength.NOT_YET) length = CommandLength.of(command, have);
        if (length < 0 || length > COMMAND_BYTES_MAX) {
            complain("no command: " + HexFormat.ofDelimiter(" ").formatHex(command, 0, have));
            endCommand();
        } else if (length == have) {
            byte[] whole = Arrays.copyOf(command, have);
            endCommand();
            new Execution(whole).run();
        }
    }

    private void endCommand() {
        have = 0;
        length = CommandLength.NOT_YET;
    }

    private void control(byte value) {
        switch (value) {
            case '\n' -> lineFeed();
            case '\r', 0 -> {}
            default -> complain("control character " + value);
        }
    }

    private void letter(int value) {
        int letter = letters.take(value);
        if (letter == Letters.MORE) return;
        if (letter == Letters.GARBAGE) complain("no letter: byte " + Integer.toHexString(value));
        if (!pen.fits(letter)) print(pen.print(), false);
        pen.write(letter);
    }

    private void lineFeed() {
        if (pen.isEmpty()) print(new Strip.Feed(pen.spacing()), false);
        else print(pen.print(), false);
    }

    private void endLine() {
        if (pen.isEmpty()) return;
        complain("a command for the beginning of a row stands within it");
        lineFeed();
    }

    private void feed(int feedDots) {
        if (!pen.isEmpty()) lineFeed();
        if (feedDots > 0) print(new Strip.Feed(feedDots), false);
    }

    private void cut(boolean full, boolean feeds) {
        endLine();
        if (feeds) feed(CUT_FEED_DOTS);
        print(new Strip.Cut(full), false);
    }

    private void picture(@Nullable Bitmap bitmap, boolean raster) {
        endLine();
        if (bitmap == null) complain("a code or picture that cannot be printed");
        else print(new Strip.Picture(pen.left(bitmap.width()), bitmap), raster);
    }

    private void print(Strip strip, boolean raster) {
        if (strips.size() == STRIPS_MAX) throw new IllegalStateException("nobody tears off the paper");
        printedDots += strip.heightDots();
        changes++;
        boolean joins = joinable && raster;
        joinable = raster;
        if (joins && joined((Strip.Picture) strips.getLast(), (Strip.Picture) strip)) return;
        strips.add(strip);
        fallAway();
    }

    /** Bands of dots one below the other are one picture. */
    private boolean joined(Strip.Picture above, Strip.Picture below) {
        if (above.leftDots() != below.leftDots()
                || above.bitmap().width() != below.bitmap().width()) return false;
        strips.set(
                strips.size() - 1,
                new Strip.Picture(above.leftDots(), above.bitmap().above(below.bitmap())));
        return true;
    }

    private void forget() {
        pen.reset();
        letters.reset();
        codes.reset();
        joinable = false;
    }

    private void complain(String what) {
        if (complaints.size() < COMPLAINTS_MAX) complaints.add(what);
    }

    /** One whole command. */
    private final class Execution {
        private final byte[] bytes;

        Execution(byte[] bytes) {
            this.bytes = bytes;
        }

        void run() {
            switch (bytes[0]) {
                case CommandLength.ESC -> esc();
                case CommandLength.FS -> fs();
                case CommandLength.GS -> gs();
                default -> complain("a real-time command got into the data");
            }
        }

        private int at(int index) {
            return bytes[index] & 0xFF;
        }

        private boolean isOn(int index) {
            return (bytes[index] & 1) == 1;
        }

        private byte[] from(int index) {
            return Arrays.copyOfRange(bytes, index, bytes.length);
        }

        private void esc() {
            switch (bytes[1]) {
                case '@' -> forget();
                case 'a' -> align();
                case 'E', 'G' -> pen.bold(isOn(2));
                case '-' -> pen.underlined(at(2) % 48 > 0);
                case '!' -> printMode(at(2));
                case '2' -> pen.spacing(LinePen.SPACING_DEFAULT);
                case '3' -> pen.spacing(at(2));
                case 'd' -> feed(at(2) * pen.spacing());
                case 'J' -> feed(at(2));
                case 'i' -> cut(true, false);
                case 'm' -> cut(false, false);
                case 'p' -> asked.accept(new Question.Drawer());
                case 't', 'R', 'M', 'c', ' ', 'V', '{' -> {}
                default -> complain("ESC " + (char) bytes[1] + " does nothing here");
            }
        }

        private void align() {
            endLine();
            pen.align(Math.min(2, at(2) % 48));
        }

        private void printMode(int mode) {
            pen.bold((mode & 0x08) != 0);
            pen.size((mode & 0x20) == 0 ? 1 : 2, (mode & 0x10) == 0 ? 1 : 2);
            pen.underlined((mode & 0x80) != 0);
        }

        private void fs() {
            switch (bytes[1]) {
                case '&' -> letters.chinese(true);
                case '.' -> letters.chinese(false);
                case 'p' -> picture(logo, false);
                case '(' -> {
                    boolean encoding = bytes[2] == 'C' && bytes.length > 6 && bytes[5] == 0x30;
                    if (encoding) letters.utf8(at(6) % 48 == 2);
                    else complain("FS ( " + (char) bytes[2]);
                }
                default -> complain("FS " + (char) bytes[1] + " does nothing here");
            }
        }

        private void gs() {
            switch (bytes[1]) {
                case '!' -> pen.size((at(2) >> 4 & 7) + 1, (at(2) & 7) + 1);
                case 'B' -> pen.reverse(isOn(2));
                case 'h' -> codes.barHeight(at(2));
                case 'w' -> codes.barDots(at(2));
                case 'k' -> barcode();
                case 'v' -> raster();
                case 'V' -> cut(at(2) == 65 || at(2) % 48 == 0, bytes.length > 3);
                case '(' -> extended();
                case 'r' -> asked.accept(new Question.PaperSensor());
                case 'I' -> asked.accept(new Question.Identity(at(2)));
                case 'a' -> asked.accept(new Question.AutomaticStatus(at(2)));
                case 'H', 'f', 'b', 'L', 'P', 'W' -> {}
                default -> complain("GS " + (char) bytes[1] + " does nothing here");
            }
        }

        private void barcode() {
            if (bytes[2] == 73) picture(codes.code128(from(4)), false);
            else complain("no CODE128: GS k " + at(2));
        }

        private void raster() {
            int rowBytes = at(4) | at(5) << 8;
            boolean sound = rowBytes > 0 && rowBytes * 8 <= dots && at(3) % 48 == 0;
            picture(sound ? new Bitmap(rowBytes * 8, from(8)) : null, true);
        }

        private void extended() {
            switch (bytes[2]) {
                case 'k' -> qr();
                case 'L' -> {
                    if (bytes.length > 6 && bytes[6] == 69) picture(logo, false);
                    else complain("GS ( L " + HexFormat.of().formatHex(bytes, 5, bytes.length));
                }
                case 'H' -> processId();
                default -> complain("GS ( " + (char) bytes[2]);
            }
        }

        private void processId() {
            boolean sound = bytes.length == 11 && bytes[5] == 0x30 && bytes[6] == 0x30;
            if (sound) asked.accept(new Question.ProcessId(List.of(bytes[7], bytes[8], bytes[9], bytes[10])));
            else complain("GS ( H of another form");
        }

        private void qr() {
            boolean known = bytes.length > 7 && bytes[5] == 0x31;
            switch (known ? bytes[6] : 0) {
                case 0x41 -> {}
                case 0x43 -> codes.moduleDots(at(7));
                case 0x45 -> codes.level(at(7) - 48);
                case 0x50 -> codes.store(from(8));
                case 0x51 -> picture(codes.qr(), false);
                default -> complain("GS ( k " + HexFormat.of().formatHex(bytes, 5, bytes.length));
            }
        }
    }
}
