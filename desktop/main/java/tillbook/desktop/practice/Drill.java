package tillbook.desktop.practice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A trouble to practise: what the provider is told to do, once, at the next payments. Immutable. */
enum Drill {
    CONFIRMS_LATE("{'trouble':'confirms-late','afterMs':8000,'call':'pay'}"),
    NEVER_CONFIRMS("{'trouble':'never-confirms','call':'pay'}"),
    LOST_PAID("{'trouble':'hang-up','done':true,'call':'pay'}"),
    LOST_UNPAID("{'trouble':'hang-up','done':false,'call':'pay'}"),
    SILENT_PAID("{'trouble':'silence','done':true,'call':'pay'}"),
    SILENT_UNPAID("{'trouble':'silence','done':false,'call':'pay'}"),
    ARRIVES_LATE("{'trouble':'arrives-late','afterMs':20000,'evenAfterCancel':true,'call':'pay'}"),
    SYSTEM_ERROR(
            "{'trouble':'says','code':'40004','subCode':'ACQ.SYSTEM_ERROR','done':true,'general':false,'call':'pay'}"),
    BLIND("{'trouble':'hang-up','done':true,'call':'pay'}", "{'trouble':'blind','call':'query','times':3}"),
    RETRY_FLAG("{'trouble':'never-confirms','call':'pay'}", "{'trouble':'retry-flag','call':'cancel','times':2}"),
    WRONG_AMOUNT("{'trouble':'wrong-amount','fenMore':1,'call':'pay'}"),
    OTHER_ORDER("{'trouble':'other-order','call':'pay'}"),
    BAD_GATEWAY("{'trouble':'http-status','status':502,'done':true,'call':'pay'}"),
    CAPTIVE_PORTAL("{'trouble':'captive-portal','redirect':false,'call':'pay'}"),
    SLOW("{'trouble':'slow','afterMs':4000,'call':'pay'}"),
    TRICKLE("{'trouble':'trickle','gapMs':5,'call':'pay'}"),
    FORGED("{'trouble':'forged','call':'pay'}"),
    UNSIGNED("{'trouble':'unsigned','call':'pay'}"),
    CUT_OFF("{'trouble':'cut-off','connection':true,'call':'pay'}"),
    HUGE("{'trouble':'huge','bytes':400000,'call':'pay'}"),
    WRONG_DATE("{'trouble':'wrong-date','aheadMs':120000,'call':'pay'}");

    /** A copy of its own. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> orders;

    Drill(String... orders) {
        this.orders =
                Arrays.stream(orders).map(order -> order.replace('\'', '"')).toList();
    }

    /** What is posted to the provider's control address, one JSON object each. */
    List<String> orders() {
        return orders;
    }

    /** Names its sentences and its button. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
