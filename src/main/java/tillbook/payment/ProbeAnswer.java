package tillbook.payment;

/**
 * What came of asking a provider for an order number that nobody has used. Trade opens only on {@link Ready}: it proves
 * the way, both keys and the app id before the first customer does.
 */
public sealed interface ProbeAnswer {
    /** What is kept of the exchange that brought this answer. */
    Exchange exchange();

    /** Signed: no such order. Trade may open. */
    record Ready(Exchange exchange) implements ProbeAnswer {}

    /** The provider's signature does not fit: its public key in the settings is wrong, or somebody stands between. */
    record BadSignature(Exchange exchange) implements ProbeAnswer {}

    /**
     * The provider spoke, signed or not, and did not say <em>no such order</em>: our key, app id or clock is refused, or
     * the provider is down. The exchange bears its code.
     */
    record Refused(Exchange exchange) implements ProbeAnswer {}

    /** No word of the provider came through. */
    record Unreachable(UnknownReason reason, Exchange exchange) implements ProbeAnswer {}
}
