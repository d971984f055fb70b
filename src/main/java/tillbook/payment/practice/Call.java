package tillbook.payment.practice;

/** What a register can ask of the practice provider. */
public enum Call {
    /** {@code alipay.trade.pay}. */
    PAY("alipay.trade.pay"),
    /** {@code alipay.trade.query}. */
    QUERY("alipay.trade.query"),
    /** {@code alipay.trade.cancel}. */
    CANCEL("alipay.trade.cancel");

    private final String method;

    Call(String method) {
        this.method = method;
    }

    /** The name on the wire. */
    public String method() {
        return method;
    }

    /** The name of the answer's member on the wire. */
    String answerName() {
        return method.replace('.', '_') + "_response";
    }
}
