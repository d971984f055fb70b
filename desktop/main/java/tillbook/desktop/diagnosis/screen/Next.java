package tillbook.desktop.diagnosis.screen;

/** Where the person goes from the wizard. */
public enum Next {
    CHECKOUT,
    /** The payments that are open. */
    PAYMENTS,
    /** The vouchers owed. */
    VOUCHERS,
    /** The printer's test page and the choice of another one. */
    PRINTER
}
