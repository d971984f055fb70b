package tillbook.scan;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whose app showed a payment code, told by the form of its digits. */
public enum Wallet {
    /** 支付宝: 16–24 digits that begin with 25–30 (Alipay, alipay.trade.pay, auth_code). */
    ALIPAY("(2[5-9]|30)\\d{14,22}"),
    /** 微信支付: 18 digits that begin with 10–15 (WeChat Pay, code payment). */
    WECHAT("1[0-5]\\d{16}"),
    /** 银联: 19 digits that begin with 62. */
    UNIONPAY("62\\d{17}");

    private final Pattern form;

    Wallet(String form) {
        this.form = Pattern.compile(form);
    }

    boolean matches(String digits) {
        return form.matcher(digits).matches();
    }

    /** The wallet whose form these digits have; no two forms overlap. */
    static Optional<Wallet> of(String digits) {
        return Arrays.stream(values()).filter(wallet -> wallet.matches(digits)).findFirst();
    }
}
