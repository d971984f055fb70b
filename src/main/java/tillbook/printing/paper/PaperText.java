package tillbook.printing.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * A paper in words, for golden files and for reports: text where it stands, how it looks in brackets behind it, pictures
 * by their place, size and checksum. Pure.
 */
public final class PaperText {
    private static final int BITS = 8;

    private PaperText() {}

    /** One line a strip. */
    public static List<String> lines(Paper paper) {
        List<String> lines = new ArrayList<>();
        for (Strip strip : paper.strips()) lines.add(line(strip));
        return lines;
    }

    /** Only what can be read, without where it stands and how it looks. */
    public static String words(Paper paper) {
        StringBuilder words = new StringBuilder();
        for (Strip strip : paper.strips()) {
            if (strip instanceof Strip.Line line) line.runs().forEach(run -> words.append(run.text()));
            words.append('\n');
        }
        return words.toString();
    }

    private static String line(Strip strip) {
        return switch (strip) {
            case Strip.Line line -> line(line);
            case Strip.Picture picture ->
                "[" + picture.bitmap() + " at " + picture.leftDots() + ", " + checksum(picture.bitmap()) + "]";
            case Strip.Feed feed -> "[feed " + feed.heightDots() + "]";
            case Strip.Cut cut -> cut.full() ? "[full cut]" : "[cut]";
        };
    }

    private static String line(Strip.Line line) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Run run : line.runs()) {
            text.repeat(' ', Math.max(0, (run.leftDots() - at) / Run.CELL_DOTS)).append(run.text());
            if ((run.leftDots() - at) % Run.CELL_DOTS != 0) text.append(" [half a cell right]");
            text.append(look(run));
            at = run.leftDots() + run.widthDots();
        }
        return text.toString();
    }

    private static String look(Run run) {
        StringBuilder look = new StringBuilder();
        if (run.wide() > 1 || run.high() > 1)
            look.append(' ').append(run.wide()).append('x').append(run.high());
        if (run.bold()) look.append(" bold");
        if (run.reverse()) look.append(" reverse");
        if (run.underlined()) look.append(" underlined");
        return look.isEmpty() ? "" : " [" + look.substring(1) + "]";
    }

    private static String checksum(Bitmap bitmap) {
        CRC32 crc = new CRC32();
        for (int y = 0; y < bitmap.height(); y++) {
            for (int x = 0; x < bitmap.width(); x += BITS) crc.update(octet(bitmap, x, y));
        }
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    private static int octet(Bitmap bitmap, int from, int y) {
        int octet = 0;
        for (int x = from; x < from + BITS; x++) octet = octet << 1 | (bitmap.isBlack(x, y) ? 1 : 0);
        return octet;
    }
}
