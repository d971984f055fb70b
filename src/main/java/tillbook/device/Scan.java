package tillbook.device;

import tillbook.scan.Symbology;

/**
 * A code that a scanner of ours read. Immutable; says its length and no digit in its own description, as it may pay.
 *
 * @param text without the suffix that ends it, never empty
 * @param aim the AIM identifier, {@code ]E0}; empty if the scanner did not tell it apart from the text
 */
public record Scan(String text, String aim, FoundDevice from) {
    /** What the scanner says the barcode is, {@link Symbology#UNTOLD} if it says nothing. */
    public Symbology symbology() {
        return Symbology.ofAim(aim);
    }

    /** As {@link tillbook.scan.ScanReader#read(String)} takes it: the identifier before the text. */
    public String asRead() {
        return aim + text;
    }

    @Override
    public String toString() {
        return "Scan[" + text.length() + " characters " + aim + " from " + from.address() + "]";
    }
}
