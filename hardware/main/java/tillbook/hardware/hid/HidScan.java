package tillbook.hardware.hid;

/**
 * A code as its reports tell it. Immutable; its digits may pay, so they are not in its description.
 *
 * @param text not empty, without the suffix that ends it
 * @param aim the AIM identifier, {@code ]E0}; empty if none was told apart from the text
 */
public record HidScan(String text, String aim) {
    @Override
    public String toString() {
        return "HidScan[" + text.length() + " characters " + aim + "]";
    }
}
