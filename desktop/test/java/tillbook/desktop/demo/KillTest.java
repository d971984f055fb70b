package tillbook.desktop.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.journal.EventCodec;
import tillbook.journal.EventCodec.Decoded;
import tillbook.journal.Json;
import tillbook.journal.tape.Reading;
import tillbook.journal.tape.RealDisk;
import tillbook.journal.tape.TapeReader;
import tools.jackson.databind.JsonNode;

/**
 * The real program, killed at random moments while it sells by code and for cash with everything going wrong. After each
 * kill its tape and the provider's book may not contradict each other; at the end, once everything is settled, they agree
 * to the fen. {@code -Dtillbook.kill.seed=…} repeats the choices, {@code -Dtillbook.kill.times=…} makes it longer.
 */
@Tag("kill")
class KillTest {
    private static final int KILLS = Integer.getInteger("tillbook.kill.times", 40);
    private static final long SEED = Long.getLong("tillbook.kill.seed", System.nanoTime());
    private static final int SPEED = 20;
    private static final Duration START_MAX = Duration.ofMinutes(1);
    private static final Duration SETTLE_MAX = Duration.ofMinutes(2);
    private static final Pattern PAID = Pattern.compile("\\{\"type\":\"paid\",\"receipt\":\"(T[0-9A-Z]+)\"");

    /** How payments end, by the last four digits of their codes; those that need a person at the end are left out. */
    private static final List<String> ENDINGS = List.of(
            "0099", "0099", "0099", "0001", "0002", "0003", "0003", "0004", "0005", "0007", "0008", "0009", "0010",
            "0011", "0015", "0016", "0018", "0019");

    private static final List<String> GOODS =
            List.of("2000000000015", "2000000000022", "2000000000046", "2000000000060", "2000000000428");

    /** Troubles of single calls, so that cancel and query suffer as well. */
    private static final List<String> TROUBLES = List.of(
            "{\"trouble\":\"hang-up\",\"done\":true,\"call\":\"query\"}",
            "{\"trouble\":\"hang-up\",\"done\":true,\"call\":\"cancel\"}",
            "{\"trouble\":\"hang-up\",\"done\":false,\"call\":\"cancel\"}",
            "{\"trouble\":\"retry-flag\",\"call\":\"cancel\"}",
            "{\"trouble\":\"blind\",\"call\":\"query\"}",
            "{\"trouble\":\"http-status\",\"status\":502,\"done\":true}",
            "{\"trouble\":\"forged\",\"call\":\"query\"}",
            "{\"trouble\":\"cut-off\",\"connection\":true}",
            "{\"trouble\":\"arrives-late\",\"afterMs\":9000,\"evenAfterCancel\":true,\"call\":\"pay\"}",
            "{\"trouble\":\"slow\",\"afterMs\":6000,\"call\":\"pay\"}");

    private final Random chance = new Random(SEED);
    private final Set<String> toldPaid = new LinkedHashSet<>();
    /** Grows while it is read, so a part of it is taken from a copy: a part of the list itself breaks with the next line. */
    private final List<String> said = new CopyOnWriteArrayList<>();

    private long codes;

    @TempDir
    private Path folder;

    @Test
    void killedAtAnyMomentTheRegisterAndTheProviderAgreeToTheFen() throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("TILLBOOK_CLOCK_SCALE", SPEED + "@" + Clock.systemUTC().instant());
        Child provider = provider(environment, 0);
        try {
            URI gateway = gateway(provider);
            environment.put("TILLBOOK_PRACTICE_GATEWAY", gateway.toString());
            environment.put("TILLBOOK_PRACTICE_KEYS", folder.resolve("keys").toString());
            environment.put("TILLBOOK_HOME", folder.resolve("data").toString());
            for (int kill = 1; kill <= KILLS; kill++) {
                sellAndKill(environment, gateway);
                assertEquals(List.of(), books(gateway).contradictions(), () -> story("contradictions"));
                if (chance.nextInt(12) > 0) continue;
                provider.kill();
                provider = provider(environment, gateway.getPort());
                gateway(provider);
            }
            settle(environment, gateway);
        } finally {
            provider.close();
        }
    }

    private Child provider(Map<String, String> environment, int port) throws IOException {
        return Child.start(environment, said::add, providerArguments(port));
    }

    private List<String> providerArguments(int port) {
        return List.of(
                "practice-provider",
                "--port",
                Integer.toString(port),
                "--book",
                folder.resolve("book.jsonl").toString(),
                "--keys",
                folder.resolve("keys").toString());
    }

    private URI gateway(Child provider) throws InterruptedException {
        String line = provider.await(said -> said.startsWith("practice-provider http"), START_MAX)
                .orElseThrow(() -> new AssertionError(story("the provider did not start")));
        return URI.create(line.substring(line.indexOf("http")));
    }

    private String story(String what) {
        List<String> all = List.copyOf(said);
        List<String> last = all.subList(Math.max(0, all.size() - 40), all.size());
        return what + ", seed " + SEED + ", in " + folder + "\n" + String.join("\n", last);
    }

    private Map<String, Integer> saidKinds() {
        Map<String, Integer> kinds = new TreeMap<>();
        Pattern kind = Pattern.compile("\\{\"type\":\"([a-z-]+)\"(?:,\"reason\":\"([A-Z_]+)\")?");
        for (String line : said) {
            Matcher found = kind.matcher(line);
            if (found.find())
                kinds.merge(found.group(1) + (found.group(2) == null ? "" : " " + found.group(2)), 1, Integer::sum);
        }
        return kinds;
    }

    // Selling.

    private Child register(Map<String, String> environment) throws IOException {
        return Child.start(environment, said::add, List.of("--practice", "--no-window", "--json", "--lang", "en"));
    }

    private void sellAndKill(Map<String, String> environment, URI gateway) throws Exception {
        int heard = said.size();
        try (Child register = register(environment)) {
            boolean inTheStart = chance.nextInt(8) == 0;
            if (inTheStart) {
                pass(200 + chance.nextInt(900));
            } else {
                assertTrue(
                        register.await(line -> line.startsWith("{\"type\":\"ready\""), START_MAX)
                                .isPresent(),
                        () -> story("the register did not start"));
                trouble(gateway);
                for (String line : script()) register.type(line);
                pass(20 + chance.nextInt(1100));
            }
            register.kill();
        }
        // What was said to the cashier was durable before it was said.
        List<String> all = List.copyOf(said);
        for (String line : all.subList(heard, all.size())) {
            Matcher paid = PAID.matcher(line);
            if (paid.find()) toldPaid.add(paid.group(1));
        }
    }

    /** Real time in which the other processes get on: there is nothing to wait for but the moment to strike. */
    private static void pass(long ms) throws InterruptedException {
        new java.util.concurrent.CountDownLatch(1).await(ms, java.util.concurrent.TimeUnit.MILLISECONDS);
    }

    private List<String> script() {
        List<String> lines = new ArrayList<>();
        for (int sale = 0; sale < 4; sale++) {
            for (int goods = chance.nextInt(3); goods >= 0; goods--) lines.add(GOODS.get(chance.nextInt(GOODS.size())));
            lines.add(chance.nextInt(3) == 0 ? "cash 500" : paymentCode());
            if (chance.nextInt(4) == 0) lines.add("wait " + (1 + chance.nextInt(2)));
            if (chance.nextInt(6) == 0) lines.add("stop back");
            if (chance.nextInt(8) == 0) lines.add("void");
        }
        return lines;
    }

    private String paymentCode() {
        return "28" + String.format("%012d", ++codes) + ENDINGS.get(chance.nextInt(ENDINGS.size()));
    }

    private void trouble(URI gateway) throws IOException, InterruptedException {
        if (chance.nextInt(2) == 0) return;
        ask(HttpRequest.newBuilder(gateway.resolve("/practice/trouble"))
                .POST(HttpRequest.BodyPublishers.ofString(TROUBLES.get(chance.nextInt(TROUBLES.size())))));
    }

    private static void ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            assertEquals(200, status);
        }
    }

    // Comparing.

    /** Both books as they lie on the disk and at the provider. */
    private Books books(URI gateway) throws IOException, InterruptedException {
        Books books = new Books();
        Path tape = folder.resolve("data/practice/tape");
        if (!Files.isDirectory(tape)) return books.readProvider(gateway);
        List<String> unreadable = new ArrayList<>();
        Reading reading = TapeReader.whileClosed(RealDisk.at(tape), 0).read(1, (sequence, hash, payload) -> {
            if (EventCodec.decode(payload) instanceof Decoded.Event event) books.read(event.event());
            else unreadable.add("record " + sequence);
        });
        assertInstanceOf(Reading.Whole.class, reading, () -> story("the tape is damaged"));
        assertEquals(List.of(), unreadable);
        for (String receipt : toldPaid) {
            assertTrue(books.isPaid(receipt), () -> story(receipt + " was told as paid and is not on the tape"));
        }
        // The provider is read last: what the register has written, the provider has seen before.
        return books.readProvider(gateway);
    }

    /** The last start settles everything by itself. */
    private void settle(Map<String, String> environment, URI gateway) throws Exception {
        ask(HttpRequest.newBuilder(gateway.resolve("/practice/trouble")).DELETE());
        long until = System.nanoTime() + SETTLE_MAX.toNanos();
        try (Child register = register(environment)) {
            assertTrue(register.await(line -> line.startsWith("{\"type\":\"ready\""), START_MAX)
                    .isPresent());
            List<String> left = List.of("not compared yet");
            while (!left.isEmpty() && System.nanoTime() < until) {
                register.type("wait 20");
                register.await(line -> line.startsWith("{\"type\":\"waited\""), START_MAX);
                answerAsAPerson(register);
                left = books(gateway).differences();
            }
            List<String> differences = left;
            assertEquals(List.of(), differences, () -> story("the books differ") + lifeOf(differences));
            register.type("quit");
            assertEquals(0, exitAfterWatching(register), () -> story("not closed in good order"));
        }
        Books books = books(gateway);
        assertEquals(List.of(), books.differences(), () -> story("the books differ after closing"));
        assertEquals(books.providerHolds(), books.journalSays());
        System.out.println("killed " + KILLS + " times, seed " + SEED + ": " + books.orders() + " orders "
                + books.states() + ", " + books.salesPaid() + " sales paid, " + books.providerHolds()
                + " in both books; " + saidKinds());
        assertTrue(books.salesPaid() > KILLS / 4, () -> story("too little was sold to prove anything"));
    }

    /** Where a kill left it open whether the customer has the goods, no machine decides: one says yes, another no. */
    private void answerAsAPerson(Child register) throws InterruptedException {
        register.type("open");
        Optional<String> open = register.await(line -> line.startsWith("{\"type\":\"open\""), START_MAX);
        for (JsonNode attempt :
                Json.mapper().readTree(open.orElse("{}")).path("attempts").values()) {
            boolean asked = attempt.path("forAPerson").asBoolean(false)
                    && !attempt.path("goodsKept").asBoolean(false);
            if (!asked) continue;
            String where = chance.nextBoolean() ? "kept " : "back ";
            register.type("stop " + where + attempt.path("order").stringValue());
        }
    }

    /** Every record of the orders that differ. */
    private String lifeOf(List<String> differences) {
        StringBuilder life = new StringBuilder("\n");
        try {
            TapeReader.whileClosed(RealDisk.at(folder.resolve("data/practice/tape")), 0)
                    .read(1, (sequence, hash, payload) -> {
                        String record = new String(payload, StandardCharsets.UTF_8);
                        boolean concerned = differences.stream()
                                .anyMatch(line -> record.contains(line.substring(0, line.indexOf(':'))));
                        if (concerned || record.contains("register-started"))
                            life.append(record).append('\n');
                    });
        } catch (IOException e) {
            life.append(e);
        }
        return life.toString();
    }

    /** An attempt that is still watched closes with another code than one that is not; both are good order. */
    private static int exitAfterWatching(Child register) throws InterruptedException {
        int exit = register.end(START_MAX).orElse(-1);
        return exit == 4 ? 0 : exit;
    }
}
