package tillbook.journal;

import tools.jackson.core.io.SerializedString;

/** Every name of a property that stands on the tape. A name is never changed and never given to another meaning. */
final class Names {
    // The envelope.
    static final SerializedString TYPE = name("type");
    static final SerializedString V = name("v");
    static final SerializedString STAMP = name("stamp");
    static final SerializedString DATA = name("data");

    // The stamp.
    static final SerializedString REGISTER = name("register");
    static final SerializedString SHIFT = name("shift");
    static final SerializedString CASHIER = name("cashier");
    static final SerializedString DAY = name("day");
    static final SerializedString AT = name("at");
    static final SerializedString UP = name("up");

    // The register.
    static final SerializedString EPOCH = name("epoch");
    static final SerializedString PLACE = name("place");
    static final SerializedString VERSION = name("version");
    static final SerializedString PRACTICE = name("practice");
    static final SerializedString AFTER_UNCLEAN_END = name("afterUncleanEnd");
    static final SerializedString ATTEMPTS_OPEN = name("attemptsOpen");
    static final SerializedString VOUCHERS_OWED = name("vouchersOwed");

    // Basket and sale.
    static final SerializedString BASKET = name("basket");
    static final SerializedString LINE = name("line");
    static final SerializedString LINES = name("lines");
    static final SerializedString NUMBER = name("number");
    static final SerializedString CODE = name("code");
    static final SerializedString NAME = name("name");
    static final SerializedString UNIT = name("unit");
    static final SerializedString QUANTITY = name("quantity");
    static final SerializedString UNIT_PRICE = name("unitPrice");
    static final SerializedString DISCOUNT = name("discount");
    static final SerializedString TAX_RATE_PERMYRIAD = name("taxRatePermyriad");
    static final SerializedString KIND = name("kind");
    static final SerializedString PRICE = name("price");
    static final SerializedString PERMYRIAD = name("permyriad");
    static final SerializedString REASON = name("reason");
    static final SerializedString BY = name("by");
    static final SerializedString SALE = name("sale");
    static final SerializedString RECEIPT = name("receipt");
    static final SerializedString AMOUNT = name("amount");

    // Attempts.
    static final SerializedString TENDER = name("tender");
    static final SerializedString ATTEMPT = name("attempt");
    static final SerializedString ORDER = name("order");
    static final SerializedString PROVIDER = name("provider");
    static final SerializedString MASKED_CODE = name("maskedCode");
    static final SerializedString MERCHANT = name("merchant");
    static final SerializedString CALL = name("call");
    static final SerializedString ANSWER = name("answer");
    static final SerializedString STATE = name("state");
    static final SerializedString UNKNOWN = name("unknown");
    static final SerializedString DECLINE = name("decline");
    static final SerializedString CAUSE = name("cause");
    static final SerializedString SETTLEMENT = name("settlement");
    static final SerializedString NOTE = name("note");

    // An exchange with a provider.
    static final SerializedString EXCHANGE = name("exchange");
    static final SerializedString SUB_CODE = name("subCode");
    static final SerializedString MESSAGE = name("message");
    static final SerializedString TRACE_ID = name("traceId");
    static final SerializedString LATENCY_MS = name("latencyMs");
    static final SerializedString PROVIDER_AHEAD_MS = name("providerAheadMs");

    // Money and vouchers.
    static final SerializedString TRADE_NUMBER = name("tradeNumber");
    static final SerializedString PAID_AT = name("paidAt");
    static final SerializedString PAYER = name("payer");
    static final SerializedString PAYER_PAID = name("payerPaid");
    static final SerializedString GIVEN = name("given");
    static final SerializedString CHANGE = name("change");
    static final SerializedString COMPLETION = name("completion");
    static final SerializedString JOB = name("job");
    static final SerializedString HELD = name("held");
    static final SerializedString END = name("end");

    // Paper.
    static final SerializedString COPY = name("copy");
    static final SerializedString PRINTER = name("printer");
    static final SerializedString SHA256 = name("sha256");
    static final SerializedString BYTES = name("bytes");
    static final SerializedString TIER = name("tier");
    static final SerializedString FAULT = name("fault");
    static final SerializedString EVIDENCE = name("evidence");
    static final SerializedString BYTES_TAKEN = name("bytesTaken");
    static final SerializedString BYTES_TOTAL = name("bytesTotal");
    static final SerializedString MS = name("ms");
    static final SerializedString STATUS = name("status");
    static final SerializedString DETAIL = name("detail");
    static final SerializedString COMPLETE = name("complete");

    // Findings.
    static final SerializedString SYMPTOM = name("symptom");
    static final SerializedString VERDICT = name("verdict");
    static final SerializedString CAUSES = name("causes");
    static final SerializedString MENDS = name("mends");
    static final SerializedString ACTION = name("action");
    static final SerializedString TOOK_MS = name("tookMs");

    private Names() {}

    private static SerializedString name(String text) {
        return new SerializedString(text);
    }
}
