package tillbook.desktop.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tillbook.care.Redaction;
import tillbook.desktop.control.Answer;
import tillbook.desktop.control.Desk;
import tillbook.desktop.control.Request;
import tillbook.desktop.till.Till;
import tillbook.journal.search.JournalSearch;
import tillbook.journal.search.Lookup;
import tillbook.register.Intent;
import tillbook.register.Reply;
import tillbook.register.Sheet;
import tillbook.sale.ReceiptNumber;

/** {@code journal reprint}: paper for a paid sale, by the register that runs. Safe from any thread. */
final class ReprintDesk implements Desk {
    private static final long REPLY_WITHIN_S = 10;

    private final Till till;
    private final Supplier<Optional<JournalSearch>> search;

    ReprintDesk(Till till, Supplier<Optional<JournalSearch>> search) {
        this.till = till;
        this.search = search;
    }

    @Override
    public int answer(Request request, Consumer<Answer> out) {
        Messages texts = Messages.of(request.language());
        String number = request.arg("number").orElse("").strip();
        List<ReceiptNumber> meant = meant(number);
        if (meant.size() != 1 || !till.sales().isPaid(meant.getFirst())) {
            String key = meant.size() > 1 ? "reprint.several" : "reprint.none";
            return refuse(out, "NOT_FOUND", texts.text(key, Redaction.clean(number)));
        }
        if (till.printing().desk().isEmpty()) return refuse(out, "SET-PRINT-OFF", texts.text("reprint.off"));
        return print(meant.getFirst(), texts, out);
    }

    private List<ReceiptNumber> meant(String number) {
        if (ReceiptNumber.FORM.matcher(number).matches()) return List.of(new ReceiptNumber(number));
        return search.get()
                .map(copy -> switch (copy.lookup(number)) {
                    case Lookup.Receipt(ReceiptNumber receipt) -> List.of(receipt);
                    case Lookup.Order order -> List.of(order.receipt());
                    case Lookup.Trade trade -> List.of(trade.receipt());
                    case Lookup.Ending(List<ReceiptNumber> receipts) -> receipts;
                    case Lookup.Nothing _ -> List.<ReceiptNumber>of();
                })
                .orElse(List.of());
    }

    private int print(ReceiptNumber receipt, Messages texts, Consumer<Answer> out) {
        Intent intent = new Intent.Print(receipt, till.sales().copies(receipt));
        try {
            return switch (till.register().want(intent).get(REPLY_WITHIN_S, TimeUnit.SECONDS)) {
                case Reply.Done(var state) -> {
                    int copy =
                            state.owed().newestSheet(receipt).map(Sheet::copy).orElse(0);
                    out.accept(Answer.of("print-ordered")
                            .with("receipt", receipt.text())
                            .with("copy", copy)
                            .text(texts.text(copy == 0 ? "reprint.original" : "reprint.copy", receipt, copy)));
                    yield ExitCode.DONE;
                }
                case Reply.Refused refused ->
                    refuse(out, refused.reason().name(), texts.text("reprint.refused", receipt));
            };
        } catch (ExecutionException | TimeoutException e) {
            return refuse(out, "NO_REPLY", texts.text("reprint.refused", receipt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.NO;
        }
    }

    private static int refuse(Consumer<Answer> out, String code, String sentence) {
        out.accept(Answer.of("error").with("code", code).text(sentence));
        return ExitCode.NO;
    }
}
