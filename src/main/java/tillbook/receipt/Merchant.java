package tillbook.receipt;

/**
 * Who sold, as it stands on top of a receipt. Immutable.
 *
 * @param branch empty for a shop with one branch
 */
public record Merchant(String name, String branch) {}
