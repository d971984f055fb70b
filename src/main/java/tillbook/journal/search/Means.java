package tillbook.journal.search;

import tillbook.payment.Provider;

/** With what a tender was paid or tried. */
public enum Means {
    CASH,
    ALIPAY,
    WECHAT_PAY,
    UNION_PAY;

    /** The means that a provider moves. */
    public static Means of(Provider provider) {
        return switch (provider) {
            case ALIPAY -> ALIPAY;
            case WECHAT_PAY -> WECHAT_PAY;
            case UNION_PAY -> UNION_PAY;
        };
    }
}
