package tillbook.payment.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.money.Money;
import tillbook.payment.PaymentCode;
import tillbook.payment.PaymentProvider.PaymentRequest;
import tillbook.payment.alipay.AlipayConfig;
import tillbook.payment.alipay.AlipayProvider;
import tillbook.sale.OrderNumber;

/** A practice provider and Alipay clients that talk to it over real HTTP, on one clock that passes only when told. */
public final class PracticeShop implements AutoCloseable {
    /** Key pairs are dear to make and every test may share them. */
    public static final PracticeKeys KEYS = PracticeKeys.fresh();

    public static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    public static final Duration PATIENT = Duration.ofSeconds(30);
    /** Long enough to connect on a slow machine, short enough to wait for. */
    public static final Duration IMPATIENT = Duration.ofMillis(400);

    public final ManualTime time;
    public final PracticeProvider provider;
    public final AlipayProvider alipay;
    private final InstantSource registerClock;
    private int attempts;

    public PracticeShop() {
        this(null);
    }

    public PracticeShop(@Nullable Path book) {
        this(book, new ManualTime(NOON));
    }

    private PracticeShop(@Nullable Path book, ManualTime time) {
        this(book, time, time, time);
    }

    private PracticeShop(@Nullable Path book, ManualTime time, PracticeTime providerTime, InstantSource registerClock) {
        this.time = time;
        this.registerClock = registerClock;
        try {
            this.provider = PracticeProvider.start(new PracticeOptions(
                    0,
                    Optional.ofNullable(book),
                    KEYS.register().getPublic(),
                    KEYS.provider().getPrivate(),
                    providerTime));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.alipay = client(PATIENT);
    }

    /** A shop in the world's own time, for those who bring their own clock; {@link #time} is of no use there. */
    public static PracticeShop onRealTime() {
        InstantSource wall = InstantSource.system();
        return new PracticeShop(null, new ManualTime(NOON), PracticeTime.real(wall), wall);
    }

    public AlipayProvider client(Duration answerTimeout) {
        return client(provider.uri(), answerTimeout, KEYS.provider().getPublic());
    }

    public AlipayProvider client(URI gateway, Duration answerTimeout, PublicKey alipayKey) {
        return new AlipayProvider(config(gateway, answerTimeout, alipayKey), registerClock, System::nanoTime);
    }

    public static AlipayConfig config(URI gateway, Duration answerTimeout, PublicKey alipayKey) {
        return new AlipayConfig(
                gateway,
                "2021000000000001",
                KEYS.register().getPrivate(),
                alipayKey,
                Optional.empty(),
                answerTimeout,
                answerTimeout,
                2);
    }

    /** A request under a new number, with a code that nobody has used. */
    public PaymentRequest request(long fen) {
        attempts++;
        return request(fen, code("28%012d".formatted(attempts) + "8888"));
    }

    public PaymentRequest request(long fen, PaymentCode code) {
        attempts++;
        return request(new OrderNumber("T001AA%08d01ABCDEF".formatted(attempts)), fen, code);
    }

    public static PaymentRequest request(OrderNumber order, long fen, PaymentCode code) {
        return new PaymentRequest(order, Money.ofFen(fen), code, "矿泉水 2 件", "cashier7");
    }

    public static PaymentCode code(String digits) {
        return new PaymentCode(digits);
    }

    /** A new code with this ending, one of {@link CodeEndings}. */
    public PaymentCode codeEnding(String ending) {
        attempts++;
        return code("28%012d".formatted(attempts) + ending);
    }

    @Override
    public void close() {
        alipay.close();
        try {
            provider.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
