package tillbook.desktop.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tillbook.journal.Json;
import tillbook.text.Texts;
import tools.jackson.databind.JsonNode;

/**
 * The demonstration: a register and a practice provider, each in a process of its own. It sells, a customer confirms late,
 * an answer is lost after the money moved, the register is killed in the middle of a payment and started again; then the
 * two books are compared to the fen. The customers confirm and the line comes back when the demonstration says so, after
 * its picture: no step is missed on a slow machine. Used once, by one thread.
 */
public final class Demo {
    /** A step and its picture take no longer than the register waits for a customer, which is a minute. */
    private static final Duration STEP_MAX = Duration.ofSeconds(25);

    private static final String EGGS = "2000000000015";
    private static final String MILK = "2000000000022";
    private static final String TISSUES = "2000000000046";

    /** Payment codes: the last four digits choose what happens. */
    private static final String PAYS = "281000000000000099";

    private static final String CONFIRMS_WHEN_TOLD = "281000000000010005";
    private static final String ANSWER_LOST = "281000000000020003";
    private static final String CONFIRMS_WHEN_TOLD_AGAIN = "281000000000030005";

    private final Path folder;
    private final Locale language;
    private final Texts texts;
    private final Transcript transcript;
    private Optional<WindowFace> window;
    private final List<String> receipts = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    private Demo(Path folder, Locale language, Transcript transcript, Optional<WindowFace> window) {
        this.folder = folder;
        this.language = language;
        this.texts = Texts.of("desktop.demo", language);
        this.transcript = transcript;
        this.window = window;
    }

    /**
     * Runs it.
     *
     * @param folder takes everything that is left behind: transcript, receipts, export, summary, data; made if missing
     * @param shown gets what happens, line by line
     * @param json whether these lines are JSON
     * @param window through the window, of which pictures are left behind; else in the terminal
     * @return whether the two books agree and every step came about
     * @throws IOException if the folder cannot be written or this Java cannot be started again
     */
    public static boolean run(Path folder, Locale language, Consumer<String> shown, boolean json, boolean window)
            throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("receipts"));
        try (Transcript transcript = new Transcript(folder, shown, json)) {
            Optional<WindowFace> face = window ? WindowFace.onThisMachine(folder, language) : Optional.empty();
            if (window && face.isEmpty())
                transcript.remark(Texts.of("desktop.demo", language).text("no-window"));
            return new Demo(folder, language, transcript, face).run();
        }
    }

    private boolean run() throws IOException, InterruptedException {
        Path provider = folder.resolve("provider");
        Files.createDirectories(provider);
        transcript.step(texts.text("step.provider"));
        try (Child practice = practice(provider)) {
            Optional<URI> gateway = gateway(practice);
            if (gateway.isEmpty()) return failed(texts.text("failed.provider"));
            Map<String, String> environment = environment(provider, gateway.get());
            sell(environment, new Steering(gateway.get()));
            return compare(environment, gateway.get());
        }
    }

    private boolean failed(String sentence) {
        failures.add(sentence);
        transcript.remark(sentence);
        return false;
    }

    // The processes.

    private Child practice(Path provider) throws IOException {
        return Child.start(
                Map.of(),
                line -> transcript.said("provider", line),
                List.of(
                        "practice-provider",
                        "--book",
                        provider.resolve("book.jsonl").toString(),
                        "--keys",
                        provider.resolve("keys").toString()));
    }

    private static Optional<URI> gateway(Child practice) throws InterruptedException {
        return practice.await(line -> line.startsWith("practice-provider http"), STEP_MAX)
                .map(line -> URI.create(line.substring(line.indexOf("http"))));
    }

    private Map<String, String> environment(Path provider, URI gateway) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("TILLBOOK_HOME", folder.resolve("data").toAbsolutePath().toString());
        environment.put("TILLBOOK_PRACTICE_GATEWAY", gateway.toString());
        environment.put(
                "TILLBOOK_PRACTICE_KEYS",
                provider.resolve("keys").toAbsolutePath().toString());
        return environment;
    }

    private Child register(Map<String, String> environment) throws IOException {
        if (window.isPresent()) return window.get().start(environment, this::heard);
        return Child.start(
                environment,
                this::heard,
                List.of("--practice", "--no-window", "--json", "--lang", language.toLanguageTag()));
    }

    private void heard(String line) {
        transcript.said("register", line);
        if (is("receipt").test(line)) keepReceipt(line);
    }

    private void keepReceipt(String line) {
        JsonNode receipt = Json.mapper().readTree(line);
        String number = receipt.path("receipt").asString("receipt");
        try {
            Files.writeString(
                    folder.resolve("receipts").resolve(number + ".txt"),
                    receipt.path("text").asString("") + "\n");
            synchronized (receipts) {
                receipts.add(number);
            }
        } catch (IOException e) {
            transcript.remark(number + ": " + e.getMessage());
        }
    }

    // The story.

    /** Where no window comes up, the terminal sells the same. */
    private Child opened(Map<String, String> environment) throws IOException, InterruptedException {
        Child register = register(environment);
        if (register.await(is("ready"), STEP_MAX).isPresent()) return register;
        register.kill();
        if (window.isEmpty()) {
            failed(texts.text("failed.step", "ready"));
            return register;
        }
        transcript.remark(texts.text("no-window"));
        window = Optional.empty();
        return opened(environment);
    }

    private void sell(Map<String, String> environment, Steering provider) throws IOException, InterruptedException {
        try (Child register = opened(environment)) {
            sellUntilTheKill(register, provider);
            register.kill();
            transcript.remark(texts.text("killed"));
            confirms(provider);
        }
        try (Child register = register(environment)) {
            transcript.step(texts.text("step.again"));
            shows(register, "voucher-owed", "step.again");
            types("step.cash", register, TISSUES, "cash 20");
            shows(register, "voucher-owed", "step.cash");
            type(register, "open");
            if (window.isEmpty()) expect(register, "open");
            shot(register, "step.open");
            type(register, "quit");
            expect(register, "closed");
            if (register.end(STEP_MAX).orElse(1) != 0) failed(texts.text("failed.closing"));
        }
    }

    private void sellUntilTheKill(Child register, Steering provider) throws IOException, InterruptedException {
        types("step.plain", register, EGGS, MILK, MILK, PAYS);
        shows(register, "voucher-owed", "step.plain");
        types("step.late", register, TISSUES, CONFIRMS_WHEN_TOLD);
        shows(register, "pending", "step.waiting");
        confirms(provider);
        shows(register, "voucher-owed", "step.late");
        provider.answersNoQuestion();
        types("step.lost", register, EGGS, ANSWER_LOST);
        shows(register, "checking", "step.checking");
        provider.answersAgain();
        transcript.remark(texts.text("restored"));
        shows(register, "voucher-owed", "step.lost");
        types("step.kill", register, MILK, EGGS, CONFIRMS_WHEN_TOLD_AGAIN);
        shows(register, "pending", "step.kill");
    }

    private void confirms(Steering provider) throws IOException, InterruptedException {
        provider.customersConfirm();
        transcript.remark(texts.text("confirmed"));
    }

    private void types(String key, Child register, String... lines) throws InterruptedException {
        transcript.step(texts.text(key));
        for (String line : lines) type(register, line);
    }

    private void shows(Child register, String type, String key) throws InterruptedException {
        expect(register, type);
        shot(register, key);
    }

    private void shot(Child register, String key) throws InterruptedException {
        if (window.isEmpty()) return;
        register.type(window.get().shot(key.substring(key.indexOf('.') + 1)));
        // What happened while the picture was taken is still to be seen.
        if (register.awaitBeside(is("shot"), STEP_MAX).isEmpty()) failed(texts.text("failed.step", "shot"));
    }

    /** The transcript goes to others: a whole payment code stands in it no more than in the journal. */
    private void type(Child register, String line) throws InterruptedException {
        boolean code = line.length() == PAYS.length();
        transcript.typed(code ? line.substring(0, 2) + "*".repeat(12) + line.substring(14) : line);
        if (window.isEmpty()) register.type(line);
        else WindowFace.commands(line).forEach(register::type);
        // A person looks before the next key; a scan is on its way until it stands on the screen.
        if (window.isPresent() && line.length() == EGGS.length()) expect(register, "line");
    }

    private void expect(Child register, String type) throws InterruptedException {
        if (register.await(is(type), STEP_MAX).isEmpty()) failed(texts.text("failed.step", type));
    }

    private static Predicate<String> is(String type) {
        return line -> line.startsWith("{\"type\":\"" + type + "\"");
    }

    // The comparison.

    private boolean compare(Map<String, String> environment, URI gateway) throws IOException, InterruptedException {
        Path events = folder.resolve("journal.jsonl");
        transcript.step(texts.text("step.journal"));
        command(environment, "journal", "find", "--limit", "50");
        command(
                environment,
                "journal",
                "export",
                "--csv",
                "--out",
                folder.resolve("journal.csv").toString());
        command(environment, "journal", "export", "--jsonl", "--out", events.toString());
        command(environment, "journal", "verify", "--all");
        synchronized (receipts) {
            if (receipts.size() > 2) command(environment, "journal", "show", receipts.get(2));
        }
        if (!Files.exists(events)) return failed(texts.text("failed.export"));
        Books books = new Books().readProvider(gateway).readJournal(events);
        return summary(books);
    }

    private void command(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        transcript.typed("tillbook " + String.join(" ", arguments));
        all.addAll(List.of("--practice", "--lang", language.toLanguageTag()));
        try (Child child = Child.start(environment, line -> transcript.said("journal", line), all)) {
            child.await(_ -> false, STEP_MAX);
            if (child.end(STEP_MAX).orElse(1) != 0) failed(texts.text("failed.command", String.join(" ", arguments)));
        }
    }

    private boolean summary(Books books) throws IOException {
        List<String> differences = books.differences();
        boolean agree = differences.isEmpty() && failures.isEmpty();
        List<String> lines = new ArrayList<>();
        lines.add(texts.text("summary.sales", books.salesPaid()));
        lines.add(texts.text("summary.provider", books.providerHolds(), books.orders()));
        lines.add(texts.text("summary.journal", books.journalSays()));
        lines.addAll(differences);
        lines.addAll(failures);
        lines.add(texts.text(agree ? "summary.agree" : "summary.differ"));
        transcript.step(texts.text("step.books"));
        lines.forEach(transcript::remark);
        Files.write(folder.resolve("summary.txt"), lines, StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("summary.json"), Json.mapper().writeValueAsString(facts(books, agree)) + "\n");
        return agree;
    }

    private Map<String, Object> facts(Books books, boolean agree) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("booksAgree", agree);
        facts.put("salesPaid", books.salesPaid());
        facts.put("orders", books.orders());
        facts.put("providerHoldsFen", books.providerHolds().fen());
        facts.put("journalSaysFen", books.journalSays().fen());
        facts.put("returnedFen", books.returned().fen());
        facts.put("differences", books.differences());
        facts.put("failures", failures);
        return facts;
    }
}
