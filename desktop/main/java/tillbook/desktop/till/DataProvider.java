package tillbook.desktop.till;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.diagnosis.check.Probes.ProviderProbe;
import tillbook.payment.ProbeAnswer;
import tillbook.payment.alipay.AlipayConfig;
import tillbook.payment.alipay.AlipayProvider;
import tillbook.sale.OrderNumber;
import tillbook.sale.ReceiptNumber;
import tillbook.settings.DataFolder;
import tillbook.settings.KeyAnswer;
import tillbook.settings.KeyEntry;
import tillbook.settings.KeyProblem;
import tillbook.settings.KeyVault;
import tillbook.settings.Machine;
import tillbook.settings.Settings;
import tillbook.settings.SettingsAnswer;
import tillbook.settings.SettingsFile;

/**
 * The provider of data on which no register runs, for looking at alone. In practice it lives in the register, so there is
 * nobody to ask. Immutable; each probe opens and closes a client of its own.
 */
public final class DataProvider {
    /** No sale has so many attempts, so no order of a sale ends like a probe's. */
    private static final int PROBE_ATTEMPT = 99;

    private final @Nullable KeyProblem problem;
    private final @Nullable AlipayConfig config;

    private DataProvider(@Nullable KeyProblem problem, @Nullable AlipayConfig config) {
        this.problem = problem;
        this.config = config;
    }

    /** As the settings have it. */
    public static DataProvider of(DataFolder folder, Machine machine) {
        SettingsAnswer read = new SettingsFile(folder.settings(), folder.mode()).read();
        if (!(read instanceof SettingsAnswer.Ready ready)
                || !ready.settings().alipay().enabled()) return new DataProvider(null, null);
        KeyVault vault = new KeyVault(
                folder, machine, new SecureRandom(), TillClock.real().wall());
        return switch (vault.load(KeyVault.ALIPAY_APP)) {
            case KeyAnswer.Refused refused -> new DataProvider(refused.problem(), null);
            case KeyAnswer.Ready(KeyEntry entry, var _) -> of(folder, ready.settings(), entry);
        };
    }

    private static DataProvider of(DataFolder folder, Settings settings, KeyEntry entry) {
        Settings.Alipay alipay = settings.alipay();
        Optional<KeyProblem> swapped = KeyVault.judge(alipay, entry, folder.settings());
        var key = alipay.publicKey();
        if (swapped.isPresent() || key == null) return new DataProvider(swapped.orElse(null), null);
        return new DataProvider(
                null,
                new AlipayConfig(
                        alipay.gateway(),
                        alipay.appId(),
                        entry.privateKey(),
                        key,
                        Optional.ofNullable(alipay.appAuthToken()),
                        Duration.ofMillis(alipay.connectTimeoutMs()),
                        Duration.ofMillis(alipay.answerTimeoutMs()),
                        alipay.tradeTimeoutMinutes()));
    }

    /** Why the merchant's key cannot be used; empty if it can, or is not needed. */
    public Optional<KeyProblem> keys() {
        return Optional.ofNullable(problem);
    }

    /** Empty where nobody is asked, or could be. */
    public Optional<ProviderProbe> probe() {
        AlipayConfig known = config;
        if (known == null) return Optional.empty();
        URI gateway = known.gateway();
        return Optional.of(new GatewayProbe(gateway, () -> ask(known)));
    }

    private static ProbeAnswer ask(AlipayConfig config) {
        try (AlipayProvider client = new AlipayProvider(config, TillClock.real().wall(), System::nanoTime)) {
            return client.probe(fresh());
        }
    }

    private static OrderNumber fresh() {
        return ReceiptNumber.of(999, "00", 99_999_999)
                .order(PROBE_ATTEMPT, new Chance(new SecureRandom()).orderSuffix());
    }
}
