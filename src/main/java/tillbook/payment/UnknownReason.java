package tillbook.payment;

/** Why an exchange proves nothing. Kept as evidence for the diagnosis; the register does the same for all of them. */
public enum UnknownReason {
    /** No connection: refused, unreachable, or not within the connect time-out. */
    NO_CONNECTION,
    /** The provider's name did not resolve. */
    NO_ADDRESS,
    /** TLS could not be agreed: a captive portal, a wrong clock, a broken certificate. */
    TLS,
    /** Sent, and no whole answer within the time-out. */
    TIMEOUT,
    /** Sent, and the connection ended before the answer did. */
    CONNECTION_LOST,
    /** An HTTP status other than 200. */
    HTTP_STATUS,
    /** Not the provider's language: a captive portal's page, cut-off JSON, a missing field. */
    UNREADABLE,
    /** An answer without a signature. */
    UNSIGNED,
    /** A signature that does not fit: forged, or the wrong public key in the settings. */
    BAD_SIGNATURE,
    /** The provider says that it failed, which does not say that the money did not move. */
    PROVIDER_ERROR,
    /** A signed word about an earlier life of this order ({@code TRADE_HAS_SUCCESS}): only a query tells where it stands. */
    QUERY_FIRST,
    /** A signed word that is in no table. */
    UNLISTED
}
