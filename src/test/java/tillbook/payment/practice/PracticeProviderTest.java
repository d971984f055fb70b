package tillbook.payment.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.payment.CancelAnswer;
import tillbook.payment.PaymentAnswer;
import tillbook.payment.PaymentProvider.PaymentRequest;
import tillbook.payment.alipay.AlipayConfig;
import tillbook.payment.alipay.AlipayProvider;
import tillbook.payment.practice.BookEntry.State;
import tillbook.sale.OrderNumber;

/** The practice provider keeps its book straight, whatever happens to it. */
class PracticeProviderTest {
    @TempDir
    private Path folder;

    @Test
    void theBookKnowsEveryFenAndEveryPlanAfterARestart() {
        Path file = folder.resolve("book.jsonl");
        List<BookEntry> before;
        PaymentRequest late;
        try (PracticeShop shop = new PracticeShop(file)) {
            shop.alipay.pay(shop.request(1205));
            PaymentRequest returned = shop.request(700);
            shop.alipay.pay(returned);
            shop.alipay.cancel(returned.order());
            late = shop.request(300, shop.codeEnding("0011"));
            shop.alipay.pay(late);
            before = shop.provider.book();
        }
        assertEquals(
                List.of(State.PAID, State.RETURNED),
                before.stream().map(BookEntry::state).toList());
        try (PracticeShop again = new PracticeShop(file)) {
            assertEquals(before, again.provider.book());
            assertEquals(1, again.provider.openTrades());
            again.time.pass(Duration.ofSeconds(20));
            assertInstanceOf(PaymentAnswer.Paid.class, again.alipay.query(late.order()));
            assertEquals(0, again.provider.openTrades());
        }
    }

    @Test
    void aLineThatACrashCutOffIsDropped() throws IOException {
        Path file = folder.resolve("book.jsonl");
        List<BookEntry> before;
        try (PracticeShop shop = new PracticeShop(file)) {
            shop.alipay.pay(shop.request(100));
            before = shop.provider.book();
        }
        Files.writeString(file, "{\"line\":\"trade\",\"ord", StandardOpenOption.APPEND);
        try (PracticeShop again = new PracticeShop(file)) {
            assertEquals(before, again.provider.book());
            again.alipay.pay(PracticeShop.request(
                    new OrderNumber("T001AA9999999901ABCDEF"), 200, PracticeShop.code("289999999999998888")));
        }
        try (PracticeShop third = new PracticeShop(file)) {
            assertEquals(2, third.provider.book().size());
        }
    }

    @Test
    void aKilledProcessLosesNothingThatItAnswered() throws Exception {
        Path file = folder.resolve("book.jsonl");
        Path keys = folder.resolve("keys");
        PracticeKeys.in(keys);
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        file.toString(),
                        keys.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int paid = 0;
        try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            assertTrue(line.startsWith("practice-provider http://127.0.0.1:"), line);
            URI uri = URI.create(line.substring("practice-provider ".length()));
            try (AlipayProvider alipay = client(uri, PracticeKeys.in(keys))) {
                for (int i = 0; i < 20; i++) {
                    PaymentAnswer answer = alipay.pay(PracticeShop.request(
                            new OrderNumber("KILL%08d".formatted(i)),
                            100,
                            PracticeShop.code("28%012d8888".formatted(i))));
                    assertInstanceOf(PaymentAnswer.Paid.class, answer, answer::toString);
                    paid++;
                }
            }
        } finally {
            server.destroyForcibly().waitFor();
        }
        assertEquals(20, paid);
        try (PracticeShop again = new PracticeShop(file)) {
            assertEquals(20, again.provider.book().size());
        }
    }

    /** The server of the killed process. */
    static final class Child {
        public static void main(String[] args) throws Exception {
            PracticeKeys keys = PracticeKeys.in(Path.of(args[1]));
            PracticeProvider.run(
                    new PracticeOptions(
                            0,
                            Optional.of(Path.of(args[0])),
                            keys.register().getPublic(),
                            keys.provider().getPrivate(),
                            PracticeTime.real(InstantSource.system())),
                    System.out);
        }
    }

    private static AlipayProvider client(URI uri, PracticeKeys keys) {
        var config = new AlipayConfig(
                uri,
                "2021000000000001",
                keys.register().getPrivate(),
                keys.provider().getPublic(),
                Optional.empty(),
                PracticeShop.PATIENT,
                PracticeShop.PATIENT,
                2);
        return new AlipayProvider(config, InstantSource.system(), System::nanoTime);
    }

    @Test
    void twoProvidersDoNotShareABook() {
        Path file = folder.resolve("book.jsonl");
        try (PracticeShop shop = new PracticeShop(file)) {
            Exception refused = assertThrows(Exception.class, () -> new PracticeShop(file).close());
            assertTrue(String.valueOf(refused.getMessage()).contains("another practice provider"), refused::toString);
            assertInstanceOf(PaymentAnswer.Paid.class, shop.alipay.pay(shop.request(1)));
        }
    }

    @Test
    void aFileThatIsNoBookIsRefusedAndLeftAsItWas() throws IOException {
        Path file = folder.resolve("letter.txt");
        Files.writeString(file, "Dear Sir\nhello\n");
        Exception refused = assertThrows(Exception.class, () -> new PracticeShop(file).close());
        assertTrue(String.valueOf(refused.getMessage()).contains("line 1"), refused::toString);
        assertEquals("Dear Sir\nhello\n", Files.readString(file));
    }

    @Test
    void noWholePaymentCodeLiesInTheBook() throws IOException {
        Path file = folder.resolve("book.jsonl");
        try (PracticeShop shop = new PracticeShop(file)) {
            PaymentRequest request = shop.request(100);
            shop.alipay.pay(request);
            assertFalse(Files.readString(file).contains(request.code().digits()));
        }
    }

    @Test
    void manyRegistersAtOnceLeaveOneTradeEachAndOneForASharedOrder() throws Exception {
        try (PracticeShop shop = new PracticeShop();
                ExecutorService tills = Executors.newFixedThreadPool(8)) {
            List<Callable<PaymentAnswer>> payments = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                PaymentRequest own = shop.request(100);
                payments.add(() -> shop.alipay.pay(own));
            }
            PaymentRequest shared = shop.request(100);
            for (int i = 0; i < 10; i++) payments.add(() -> shop.alipay.pay(shared));
            int paid = 0;
            for (Future<PaymentAnswer> each : tills.invokeAll(payments)) {
                if (each.get() instanceof PaymentAnswer.Paid) paid++;
            }
            assertEquals(41, paid);
            assertEquals(
                    41 * 100,
                    shop.provider.book().stream().mapToLong(BookEntry::takenFen).sum());
            assertEquals(
                    41,
                    shop.provider.book().stream()
                            .map(BookEntry::tradeNumber)
                            .distinct()
                            .count());
        }
    }

    @Test
    void aCancelStopsAHeldUpPaymentUnlessTheTroubleSaysOtherwise() {
        try (PracticeShop shop = new PracticeShop()) {
            PaymentRequest stopped = shop.request(100);
            shop.provider.trouble(new Trouble.ArrivesLate(1_000, false), Call.PAY, 1);
            shop.alipay.pay(stopped);
            CancelAnswer.Accepted cancel =
                    assertInstanceOf(CancelAnswer.Accepted.class, shop.alipay.cancel(stopped.order()));
            assertEquals(CancelAnswer.Action.NONE, cancel.action());
            shop.time.pass(Duration.ofSeconds(1));
            assertInstanceOf(PaymentAnswer.Closed.class, shop.alipay.query(stopped.order()));
        }
    }

    @Test
    void aBlindProviderSeesNothingAndDoesNothing() {
        try (PracticeShop shop = new PracticeShop()) {
            PaymentRequest request = shop.request(100);
            shop.alipay.pay(request);
            shop.provider.trouble(new Trouble.Blind());
            assertInstanceOf(PaymentAnswer.NoSuchOrder.class, shop.alipay.query(request.order()));
            shop.alipay.cancel(request.order());
            shop.provider.calm();
            assertInstanceOf(PaymentAnswer.Paid.class, shop.alipay.query(request.order()));
        }
    }

    @Test
    void aPaidTradeCannotBeCancelledAfterADay() {
        try (PracticeShop shop = new PracticeShop()) {
            PaymentRequest request = shop.request(100);
            shop.alipay.pay(request);
            shop.time.pass(Duration.ofHours(25));
            assertInstanceOf(CancelAnswer.Refused.class, shop.alipay.cancel(request.order()));
            assertEquals(0, shop.provider.book().getFirst().returnedFen());
        }
    }

    @Test
    void scaledTimeIsTheSameInEveryProcess() {
        Instant epoch = Instant.parse("2026-11-22T00:00:00Z");
        InstantSource wall = InstantSource.fixed(epoch.plusSeconds(90));
        PracticeTime fast = PracticeTime.scaled(wall, epoch, 20);
        assertEquals(epoch.plusSeconds(1800), fast.now());
        assertEquals(epoch.plusSeconds(90), PracticeTime.real(wall).now());
        assertThrows(IllegalArgumentException.class, () -> PracticeTime.scaled(wall, epoch, 0));
    }

    @Test
    void theKeysOfAFolderStayAndThePrivateOnesAreTheOwnersAlone() throws IOException {
        Path keys = folder.resolve("keys");
        PracticeKeys made = PracticeKeys.in(keys);
        assertEquals(
                made.register().getPublic(), PracticeKeys.in(keys).register().getPublic());
        assertEquals(
                made.provider().getPrivate(), PracticeKeys.in(keys).provider().getPrivate());
        assertEquals("PracticeKeys", made.toString());
        Path secret = keys.resolve("register-private.pem");
        if (File.separatorChar == '/')
            assertEquals(2, Files.getPosixFilePermissions(secret).size());
        Files.delete(secret);
        assertThrows(IOException.class, () -> PracticeKeys.in(keys));
    }
}
