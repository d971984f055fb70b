package tillbook.printing.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * What came out of a printer, from top to bottom. Immutable.
 *
 * @param dots the printable width
 */
public record Paper(int dots, List<Strip> strips) {
    public Paper {
        strips = List.copyOf(strips);
    }

    /** How long it is. */
    public int heightDots() {
        return strips.stream().mapToInt(Strip::heightDots).sum();
    }

    /** The sheets that were cut off, and last what still hangs in the printer, if it is more than nothing. */
    public List<Paper> sheets() {
        List<Paper> sheets = new ArrayList<>();
        List<Strip> sheet = new ArrayList<>();
        for (Strip strip : strips) {
            sheet.add(strip);
            if (strip instanceof Strip.Cut) {
                sheets.add(new Paper(dots, sheet));
                sheet.clear();
            }
        }
        if (!sheet.isEmpty()) sheets.add(new Paper(dots, sheet));
        return sheets;
    }

    /** All its dots but those of letters, for a scanner to read. */
    public Bitmap pictures() {
        Bitmap.Pen pen = new Bitmap.Pen(dots, Math.max(1, heightDots()));
        int top = 0;
        for (Strip strip : strips) {
            if (strip instanceof Strip.Picture picture) draw(picture, top, pen);
            top += strip.heightDots();
        }
        return pen.bitmap();
    }

    private void draw(Strip.Picture picture, int top, Bitmap.Pen pen) {
        Bitmap bitmap = picture.bitmap();
        for (int y = 0; y < bitmap.height(); y++) {
            for (int x = 0; x < Math.min(bitmap.width(), dots - picture.leftDots()); x++) {
                if (bitmap.isBlack(x, y)) pen.fill(picture.leftDots() + x, top + y, 1, 1);
            }
        }
    }
}
