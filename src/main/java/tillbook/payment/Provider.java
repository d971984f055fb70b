package tillbook.payment;

/** Who moves the money of a scan-pay tender. */
public enum Provider {
    ALIPAY,
    WECHAT_PAY,
    UNION_PAY
}
