package tillbook.payment;

/** What was asked of a provider. */
public enum ProviderCall {
    PAY,
    QUERY,
    CANCEL
}
