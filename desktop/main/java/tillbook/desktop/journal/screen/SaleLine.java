package tillbook.desktop.journal.screen;

import tillbook.sale.ReceiptNumber;

/** One sale in the list, as it is drawn. Immutable. */
record SaleLine(
        ReceiptNumber receipt, String time, String item, String amount, String means, Word money, Word voucher) {
    /** As a screen reader says it. */
    String spoken() {
        return String.join(", ", time, amount, item, money.text(), voucher.text(), receipt.text());
    }
}
