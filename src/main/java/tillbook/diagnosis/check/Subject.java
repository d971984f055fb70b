package tillbook.diagnosis.check;

/** What a check looks at, in the order in which a person reads the answers. */
public enum Subject {
    LINK,
    ADDRESS,
    FAR,
    NAME,
    CONNECTION,
    TLS,
    PROVIDER,
    PAYMENTS,
    VOUCHERS,
    PRINTER,
    SCANNER,
    SETTINGS,
    ENDING,
    OWNER,
    DISK,
    JOURNAL
}
