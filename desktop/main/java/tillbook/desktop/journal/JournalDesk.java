package tillbook.desktop.journal;

import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import tillbook.care.Redaction;
import tillbook.desktop.control.Answer;
import tillbook.desktop.control.Desk;
import tillbook.desktop.control.Request;
import tillbook.journal.search.JournalExport;
import tillbook.journal.search.JournalQuery;
import tillbook.journal.search.JournalSearch;
import tillbook.journal.search.JournalSearchException;
import tillbook.journal.search.Lookup;
import tillbook.journal.search.Page;
import tillbook.journal.search.SaleRow;
import tillbook.journal.search.SaleStory;
import tillbook.journal.search.SearchProblem;
import tillbook.journal.search.Verification;
import tillbook.journal.search.VoucherState;
import tillbook.journal.tape.Damage;
import tillbook.journal.tape.Reading;
import tillbook.journal.tape.TapeBrokenException;
import tillbook.receipt.ReceiptText;
import tillbook.sale.ReceiptNumber;

/**
 * Answers everything that is asked of a journal: {@code journal find | show | verify | export}, {@code receipt},
 * {@code open}. Safe from any thread.
 */
public final class JournalDesk implements Desk {
    private static final int DONE = 0;
    private static final int NO = 1;
    private static final int WRONG_USE = 2;
    private static final int BROKEN = 3;

    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final int OPEN_MAX = 100;

    /** Characters of an export in one line of an answer. */
    private static final int CHUNK_CHARS = 8 * 1024;

    private final JournalSource source;

    public JournalDesk(JournalSource source) {
        this.source = source;
    }

    @Override
    public int answer(Request request, Consumer<Answer> out) {
        Words words = new Words(request.language(), source.zone());
        Asked asked = new Asked(request, words, out);
        try {
            return asked.answer();
        } catch (Refused e) {
            return refuse(out, e.code(), String.valueOf(e.getMessage()), e.exit());
        } catch (JournalSearchException e) {
            return refuse(out, "SYS-JOURNAL", words.sentence(e.problem()), BROKEN);
        } catch (TapeBrokenException e) {
            return refuse(out, "SYS-DISK", String.valueOf(e.getMessage()), BROKEN);
        }
    }

    private static int refuse(Consumer<Answer> out, String code, String sentence, int exit) {
        out.accept(Answer.of("error").with("code", code).text(sentence));
        return exit;
    }

    /** One request on its way. */
    private final class Asked {
        private final Request request;
        private final Words words;
        private final Consumer<Answer> out;

        Asked(Request request, Words words, Consumer<Answer> out) {
            this.request = request;
            this.words = words;
            this.out = out;
        }

        int answer() throws Refused {
            return switch (request.ask()) {
                case "journal find" -> find(search());
                case "journal show" -> show(search());
                case "journal verify" -> verify();
                case "journal export" -> export(search());
                case "receipt" -> receipt(search());
                case "open" -> open(search());
                default -> refuse(out, "WRONG_USE", words.text("wrong.ask", request.ask()), WRONG_USE);
            };
        }

        /** The copy, or a sentence instead of it. */
        private JournalSearch search() throws Refused {
            Optional<JournalSearch> found = source.search().get();
            if (found.isPresent()) return found.get();
            SearchProblem problem = source.problem().get();
            throw Refused.notNow(problem == null ? words.text("not-ready") : words.sentence(problem));
        }

        private int find(JournalSearch search) throws Refused {
            JournalQuery query = Finding.query(request, words);
            Page page = search.find(query);
            page.rows().forEach(sale -> out.accept(Finding.row(sale, words)));
            out.accept(Finding.total(page, query, words));
            return page.total() == 0 ? NO : DONE;
        }

        // One sale.

        private int show(JournalSearch search) {
            Optional<SaleStory> story = story(search);
            if (story.isEmpty()) return NO;
            tell(story.get());
            return DONE;
        }

        private void tell(SaleStory story) {
            Verdict verdict = Verdict.of(story);
            SaleRow sale = story.sale();
            out.accept(Finding.facts(Answer.of("verdict"), sale)
                    .with("money", lower(verdict.money()))
                    .with("voucher", lower(verdict.voucher()))
                    .text(words.text("show.head", sale.receipt(), sale.opening().amount(), words.name(sale.state()))
                            + "\n"
                            + verdict.line(words, sale)));
            TimeLine line = new TimeLine(words);
            story.chapters().forEach(chapter -> out.accept(line.of(chapter)));
        }

        private Optional<SaleStory> story(JournalSearch search) {
            String number = request.arg("number").orElse("").strip();
            List<ReceiptNumber> known = sales(search.lookup(number));
            if (known.size() == 1) return search.sale(known.getFirst());
            String key = known.isEmpty() ? "show.none" : "show.several";
            String list = known.stream().map(ReceiptNumber::text).collect(Collectors.joining(" "));
            out.accept(Answer.of("error")
                    .with("code", "NOT_FOUND")
                    .with("receipts", known.stream().map(ReceiptNumber::text).toList())
                    .text(words.text(key, Redaction.clean(number), list)));
            return Optional.empty();
        }

        private static List<ReceiptNumber> sales(Lookup lookup) {
            return switch (lookup) {
                case Lookup.Receipt(ReceiptNumber receipt) -> List.of(receipt);
                case Lookup.Order order -> List.of(order.receipt());
                case Lookup.Trade trade -> List.of(trade.receipt());
                case Lookup.Ending(List<ReceiptNumber> receipts) -> receipts;
                case Lookup.Nothing _ -> List.of();
            };
        }

        private int receipt(JournalSearch search) {
            Optional<SaleStory> story = story(search);
            if (story.isEmpty()) return NO;
            ReceiptNumber number = story.get().sale().receipt();
            return source.receipts()
                    .apply(request.language())
                    .of(number, story.get().entries())
                    .map(found -> {
                        List<String> lines = new ReceiptText(
                                        ReceiptText.COLUMNS_58_MM, request.language(), source.zone())
                                .lines(found);
                        out.accept(Answer.of("receipt")
                                .with("receipt", number.text())
                                .text(String.join("\n", lines)));
                        return DONE;
                    })
                    .orElseGet(() -> {
                        String sentence = words.text("receipt.none", number);
                        return refuse(out, "NOT_FOUND", sentence, NO);
                    });
        }

        // What is open.

        private int open(JournalSearch search) {
            Page checked = search.find(JournalQuery.newest(OPEN_MAX).beingChecked(true));
            Page owed = search.find(JournalQuery.newest(OPEN_MAX).with(VoucherState.OWED));
            out.accept(Answer.of("open")
                    .with("beingChecked", checked.total())
                    .with("vouchersOwed", owed.total())
                    .text(words.text("open", checked.total(), owed.total())));
            checked.rows().forEach(sale -> out.accept(Finding.row(sale, words)));
            owed.rows().forEach(sale -> out.accept(Finding.row(sale, words)));
            return DONE;
        }

        // Verifying.

        private int verify() throws Refused {
            boolean all = request.arg("all").isPresent();
            Reading tape = all ? source.reader().verifyAll() : source.reader().verifyTail();
            int exit = tell(tape, all);
            if (exit != DONE) return exit;
            return tell(search().verify(source.tape()));
        }

        private int tell(Reading tape, boolean all) {
            return switch (tape) {
                case Reading.Whole whole -> {
                    out.accept(Answer.of("tape")
                            .with("whole", true)
                            .with("all", all)
                            .with("records", whole.last())
                            .with("hash", whole.lastHash().toString())
                            .text(words.text(all ? "verify.tape" : "verify.tail", whole.last(), whole.lastHash())));
                    yield DONE;
                }
                case Reading.Broken(Damage damage) -> {
                    out.accept(Answer.of("tape")
                            .with("whole", false)
                            .with("segment", damage.segment())
                            .with("sequence", damage.sequence())
                            .with("damage", lower(damage.kind()))
                            .text(words.text(
                                    "verify.broken", damage.segment(), damage.sequence(), lower(damage.kind()))));
                    yield NO;
                }
                case Reading.TooNew newer -> {
                    out.accept(Answer.of("tape")
                            .with("whole", false)
                            .with("segment", newer.segment())
                            .text(words.text("verify.newer", newer.segment())));
                    yield NO;
                }
            };
        }

        private int tell(Verification copy) {
            boolean whole = copy instanceof Verification.Whole;
            if (!whole) source.remake().run();
            String sentence = switch (copy) {
                case Verification.Whole(long events) -> words.text("verify.copy", events);
                case Verification.EventDiffers(long sequence) -> words.text("verify.event", sequence);
                case Verification.TableDiffers(String table) -> words.text("verify.table", table);
                case Verification.Unreadable(SearchProblem problem) -> words.sentence(problem);
            };
            out.accept(Answer.of("copy").with("whole", whole).text(sentence));
            return whole ? DONE : NO;
        }

        // Writing out.

        private int export(JournalSearch search) throws Refused {
            LocalDate from = Finding.day(request, "from", words);
            LocalDate to = Finding.day(request, "to", words);
            JournalExport export = new JournalExport(
                    search,
                    new JournalExport.Options(
                            from == null ? FIRST_DAY : from,
                            to == null ? LAST_DAY : to,
                            request.language(),
                            source.zone(),
                            request.arg("bom").isPresent(),
                            Redaction::clean));
            String what = request.arg("what").orElse("sales");
            ToLongFunction<Appendable> writing = switch (what) {
                case "sales" -> export::sales;
                case "lines" -> export::lines;
                case "attempts" -> export::attempts;
                case "events" -> export::events;
                default -> throw Refused.wrongUse(words.text("wrong.what", what));
            };
            Chunks chunks = new Chunks(out);
            long rows = writing.applyAsLong(chunks);
            chunks.flush();
            out.accept(Answer.of("exported").with("rows", rows).text(words.text("exported", rows)));
            return DONE;
        }
    }

    /** Turns a stream of text into lines of an answer. */
    private static final class Chunks extends Writer {
        private final Consumer<Answer> out;
        private final StringBuilder gathered = new StringBuilder();

        Chunks(Consumer<Answer> out) {
            this.out = out;
        }

        @Override
        public void write(char[] text, int from, int length) {
            gathered.append(text, from, length);
            if (gathered.length() >= CHUNK_CHARS) flush();
        }

        @Override
        public void flush() {
            if (!gathered.isEmpty()) out.accept(Answer.of("chunk").text(gathered.toString()));
            gathered.setLength(0);
        }

        @Override
        public void close() {
            flush();
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
