package tillbook.payment.alipay;

import org.jspecify.annotations.Nullable;
import tillbook.payment.Exchange;
import tillbook.payment.UnknownReason;
import tillbook.sale.OrderNumber;

/** What came back from the gateway: a signed word, or nothing that proves anything. */
sealed interface Hearing {
    /** What is kept of the exchange. */
    Exchange exchange();

    /**
     * A signed word.
     *
     * @param general true if it speaks of no method ({@code error_response}), so it can be no success
     */
    record Heard(String code, Fields fields, boolean general, Exchange exchange) implements Hearing {
        @Nullable
        String subCode() {
            return fields.text("sub_code");
        }

        /** Failures often name no order; a success must. */
        boolean isOf(OrderNumber order) {
            return order.text().equals(fields.text("out_trade_no"));
        }

        boolean isOfAnother(OrderNumber order) {
            return fields.text("out_trade_no") != null && !isOf(order);
        }
    }

    /**
     * Nothing proven.
     *
     * @param nothingLeft true only if it is proven that the payment code never left
     */
    record Unheard(UnknownReason reason, boolean nothingLeft, Exchange exchange) implements Hearing {}
}
