package tillbook.payment.alipay;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tillbook.payment.DeclineReason;

/**
 * The whitelist: every failing sub code of Alipay that proves something, in one place. A word counts only inside a signed
 * answer and only with the code it belongs to; what stands in no row proves nothing. A row that ends in {@code *} covers
 * a family of names. Source: the error codes of {@code alipay.trade.pay}, {@code .query} and {@code .cancel}. Stateless.
 */
final class AnswerTable {
    /** 接口调用成功. For <em>pay</em>: paid. */
    static final String SUCCESS = "10000";
    /** The customer must confirm on the phone. */
    static final String WAITING = "10003";
    /** 服务不可用: the service failed, which does not say that the money did not move. */
    static final String UNAVAILABLE = "20000";
    /** A parameter was refused before the trade was looked at. */
    static final String BAD_PARAMETER = "40002";
    /** 业务处理失败: the trade was refused, and the sub code says why. */
    static final String BUSINESS_FAILED = "40004";

    private static final String NO_SUCH_ORDER = "ACQ.TRADE_NOT_EXIST";
    private static final String BAD_SIGNATURE_OF_OURS = "isv.invalid-signature";

    /** Refusals of <em>pay</em> after which this order will never be paid. */
    static final Map<DeclineReason, List<String>> DECLINES = Map.ofEntries(
            entry(DeclineReason.NEW_CODE, List.of("ACQ.PAYMENT_AUTH_CODE_INVALID")),
            entry(
                    DeclineReason.PAYER,
                    List.of(
                            "ACQ.BUYER_BALANCE_NOT_ENOUGH",
                            "ACQ.BUYER_BANKCARD_BALANCE_NOT_ENOUGH",
                            "ACQ.ERROR_BALANCE_PAYMENT_DISABLE",
                            "ACQ.NO_PAYMENT_INSTRUMENTS_AVAILABLE",
                            "ACQ.BUYER_ENABLE_STATUS_FORBID",
                            "ACQ.PULL_MOBILE_CASHIER_FAIL",
                            "ACQ.MOBILE_PAYMENT_SWITCH_OFF",
                            "ACQ.PAYMENT_FAIL",
                            "ACQ.PAYMENT_REQUEST_HAS_RISK",
                            "ACQ.BUYER_SELLER_EQUAL",
                            "ACQ.ERROR_BUYER_CERTIFY_LEVEL_LIMIT")),
            entry(
                    DeclineReason.LIMIT,
                    List.of(
                            "ACQ.TOTAL_FEE_EXCEED",
                            "ACQ.PRODUCT_AMOUNT_LIMIT_ERROR",
                            "ACQ.BUYER_PAYMENT_AMOUNT_DAY_LIMIT_ERROR",
                            "ACQ.BUYER_PAYMENT_AMOUNT_MONTH_LIMIT_ERROR",
                            "ACQ.BEYOND_PAY_RESTRICTION",
                            "ACQ.BEYOND_PER_RECEIPT_RESTRICTION",
                            "ACQ.BEYOND_PER_RECEIPT_SINGLE_RESTRICTION",
                            "ACQ.BEYOND_PER_RECEIPT_DAY_RESTRICTION",
                            "ACQ.MERCHANT_PERM_RECEIPT_SUSPEND_LIMIT",
                            "ACQ.MERCHANT_PERM_RECEIPT_SINGLE_LIMIT",
                            "ACQ.MERCHANT_PERM_RECEIPT_DAY_LIMIT",
                            "ACQ.REQUEST_AMOUNT_EXCEED")),
            entry(
                    DeclineReason.MERCHANT,
                    List.of(
                            "ACQ.SELLER_BEEN_BLOCKED",
                            "ACQ.ACCESS_FORBIDDEN",
                            "ACQ.PARTNER_ERROR",
                            "ACQ.MERCHANT_AGREEMENT_*",
                            "ACQ.MERCHANT_STATUS_NOT_NORMAL",
                            "ACQ.SECONDARY_MERCHANT_*",
                            "ACQ.SUB_MERCHANT_*",
                            "ACQ.RESTRICTED_MERCHANT_INDUSTRY",
                            "ACQ.INVALID_STORE_ID",
                            "ACQ.INVALID_RECEIVE_ACCOUNT",
                            "ACQ.CERT_EXPIRED")),
            entry(DeclineReason.CONFIG, List.of(BAD_SIGNATURE_OF_OURS, "ACQ.INVALID_PARAMETER")));

    /**
     * Answers of <em>pay</em> about an earlier life of this order: it was paid, closed, or asked for with other
     * particulars. None says where the money is, so a query must.
     */
    static final Set<String> QUERY_FIRST =
            Set.of("ACQ.TRADE_HAS_SUCCESS", "ACQ.TRADE_HAS_CLOSE", "ACQ.CONTEXT_INCONSISTENT");

    /** Answers of <em>cancel</em> after which repeating it is in vain; a query tells where the trade stands. */
    static final Set<String> CANCEL_REFUSED = Set.of(
            "ACQ.CANCEL_NOT_ALLOWED",
            "ACQ.TRADE_HAS_FINISHED",
            "ACQ.SELLER_BALANCE_NOT_ENOUGH",
            "ACQ.TRADE_CANCEL_TIME_OUT",
            "ACQ.REASON_TRADE_BEEN_FREEZEN",
            "ACQ.REASON_TRADE_REFUND_FEE_ERR");

    private AnswerTable() {}

    static Optional<DeclineReason> declined(String code, @Nullable String subCode) {
        if (subCode == null || !code.equals(codeOf(subCode))) return Optional.empty();
        return DECLINES.entrySet().stream()
                .filter(row -> row.getValue().stream().anyMatch(name -> covers(name, subCode)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static boolean isQueryFirst(String code, @Nullable String subCode) {
        return code.equals(BUSINESS_FAILED) && subCode != null && QUERY_FIRST.contains(subCode);
    }

    static boolean isNoSuchOrder(String code, @Nullable String subCode) {
        return code.equals(BUSINESS_FAILED) && NO_SUCH_ORDER.equals(subCode);
    }

    static boolean isCancelRefused(String code, @Nullable String subCode) {
        return code.equals(BUSINESS_FAILED) && subCode != null && CANCEL_REFUSED.contains(subCode);
    }

    /** The provider's own failure. Its pages spell the prefix both {@code ACQ.} and {@code AQC.}. */
    static boolean isSystemError(String code, @Nullable String subCode) {
        return code.equals(UNAVAILABLE) || (subCode != null && subCode.endsWith(".SYSTEM_ERROR"));
    }

    /** Only the gateway's word about our signature comes with another code than a refused trade. */
    private static String codeOf(String subCode) {
        return subCode.equals(BAD_SIGNATURE_OF_OURS) ? BAD_PARAMETER : BUSINESS_FAILED;
    }

    private static boolean covers(String name, String subCode) {
        return name.endsWith("*") ? subCode.startsWith(name.substring(0, name.length() - 1)) : subCode.equals(name);
    }
}
