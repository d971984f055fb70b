package tillbook.desktop.till;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.rig.PracticeRig;
import tillbook.payment.PaymentProvider;
import tillbook.payment.alipay.AlipayConfig;
import tillbook.payment.alipay.AlipayProvider;
import tillbook.payment.practice.PracticeKeys;
import tillbook.payment.practice.PracticeOptions;
import tillbook.payment.practice.PracticeProvider;
import tillbook.settings.Settings;

/**
 * The way to the provider, with what has to be closed at its end. In practice the provider may live in this very process,
 * and is spoken to over its real wire all the same. Owned by the thread that opens and closes the register.
 */
final class Wire implements AutoCloseable {
    private static final String PRACTICE_APP = "2021000000000001";

    /** Where none is set: no provider knows it, so nothing can be opened by it. */
    private static final String NO_APP = "none";

    private static final Duration CONNECT_LEAST = Duration.ofMillis(500);
    private static final Duration ANSWER_LEAST = Duration.ofMillis(800);

    /** An answer over a slow line: felt in every payment, and within every time-out. */
    private static final Duration LATE_ANSWER = Duration.ofMillis(2_500);

    private static final Duration LATE_ANSWER_LEAST = Duration.ofMillis(500);

    private final AlipayProvider alipay;
    private final URI gateway;
    private final String merchant;
    private final @Nullable PracticeProvider practice;

    private Wire(AlipayProvider alipay, URI gateway, String merchant, @Nullable PracticeProvider practice) {
        this.alipay = alipay;
        this.gateway = gateway;
        this.merchant = merchant;
        this.practice = practice;
    }

    /** To the gateway of the settings. */
    static Wire of(Settings.Alipay settings, PrivateKey appKey, PublicKey providerKey, TillClock clock) {
        String appId = settings.appId().isEmpty() ? NO_APP : settings.appId();
        return new Wire(
                alipay(settings, settings.gateway(), appId, appKey, providerKey, clock),
                settings.gateway(),
                appId,
                null);
    }

    /**
     * To a practice provider: one in this process, or the one at an address.
     *
     * @param book where the one in this process keeps its money
     * @throws IOException if keys or book cannot be used; the text says which and what to do
     */
    static Wire practice(
            Settings.Alipay settings,
            Path keyFolder,
            Path book,
            @Nullable String gateway,
            TillClock clock,
            Optional<PracticeRig> rig)
            throws IOException {
        PracticeKeys keys = PracticeKeys.in(keyFolder);
        PracticeProvider provider = gateway == null ? provider(keys, book, clock) : null;
        URI address = provider == null ? address(gateway) : nearEnd(provider, clock, rig);
        PrivateKey own = keys.register().getPrivate();
        return new Wire(
                alipay(settings, address, PRACTICE_APP, own, keys.provider().getPublic(), clock),
                address,
                PRACTICE_APP,
                provider);
    }

    /** Where the line to a provider of this process begins; the provider itself where no line is laid. */
    private static URI nearEnd(PracticeProvider provider, TillClock clock, Optional<PracticeRig> rig)
            throws IOException {
        if (rig.isEmpty()) return provider.uri();
        try {
            return rig.get().lay(provider.uri(), clock.inTheWorld(LATE_ANSWER, LATE_ANSWER_LEAST));
        } catch (IOException e) {
            provider.close();
            throw e;
        }
    }

    /** The account that answers come from: the app id that every request bears. */
    String merchant() {
        return merchant;
    }

    /** Where requests go. */
    URI gateway() {
        return gateway;
    }

    PaymentProvider provider() {
        return alipay;
    }

    AlipayProvider alipay() {
        return alipay;
    }

    /** Where the practice provider of this process listens, empty if there is none. */
    Optional<URI> practiceAddress() {
        return Optional.ofNullable(practice).map(PracticeProvider::uri);
    }

    /** The practice provider of this process, empty if there is none. */
    Optional<PracticeProvider> practiceProvider() {
        return Optional.ofNullable(practice);
    }

    @Override
    public void close() {
        alipay.close();
        try {
            if (practice != null) practice.close();
        } catch (IOException e) {
            // Every line of its book was forced when it was written.
            System.getLogger("tillbook.desktop.till").log(System.Logger.Level.WARNING, "practice book not closed", e);
        }
    }

    private static URI address(@Nullable String gateway) throws IOException {
        try {
            return URI.create(String.valueOf(gateway));
        } catch (IllegalArgumentException e) {
            throw new IOException(TillOptions.GATEWAY_VARIABLE + " is no address: " + gateway, e);
        }
    }

    private static PracticeProvider provider(PracticeKeys keys, Path book, TillClock clock) throws IOException {
        KeyPair register = keys.register();
        return PracticeProvider.start(new PracticeOptions(
                0, Optional.of(book), register.getPublic(), keys.provider().getPrivate(), clock.practiceTime()));
    }

    private static AlipayProvider alipay(
            Settings.Alipay settings,
            URI gateway,
            String appId,
            PrivateKey appKey,
            PublicKey providerKey,
            TillClock clock) {
        AlipayConfig config = new AlipayConfig(
                gateway,
                appId,
                appKey,
                providerKey,
                Optional.ofNullable(settings.appAuthToken()),
                clock.inTheWorld(Duration.ofMillis(settings.connectTimeoutMs()), CONNECT_LEAST),
                clock.inTheWorld(Duration.ofMillis(settings.answerTimeoutMs()), ANSWER_LEAST),
                settings.tradeTimeoutMinutes());
        return new AlipayProvider(config, clock.wall(), System::nanoTime);
    }
}
