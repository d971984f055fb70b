package tillbook.desktop.till;

import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import tillbook.payment.practice.PracticeKeys;
import tillbook.settings.DataFolder;
import tillbook.settings.KeyAnswer;
import tillbook.settings.KeyEntry;
import tillbook.settings.KeyProblem;
import tillbook.settings.KeyVault;
import tillbook.settings.Mode;
import tillbook.settings.Settings;

/** Whether a shop's own keys can be used with the settings: judged alike by the register's start and by the check. Immutable. */
public sealed interface MerchantKeys {
    /** No shop of its own is set up at a provider, and none is meant to be. */
    record None() implements MerchantKeys {}

    /** Trade may not open with these. */
    record Refused(KeyProblem problem) implements MerchantKeys {}

    /**
     * Trade may open.
     *
     * @param own the shop's pair
     * @param provider the provider's public half
     * @param remarks what the owner should know all the same
     */
    record Ready(KeyEntry own, RSAPublicKey provider, List<KeyProblem> remarks) implements MerchantKeys {
        public Ready {
            remarks = List.copyOf(remarks);
        }
    }

    /** Judges the keys in a vault. Also where scan-pay was switched off: what was begun before still has to be asked about. */
    static MerchantKeys of(DataFolder folder, Settings.Alipay alipay, KeyVault vault) {
        if (!isMerchant(folder, alipay)) return new None();
        RSAPublicKey provider = alipay.publicKey();
        if (provider == null || alipay.appId().isEmpty()) return new None();
        return switch (vault.load(KeyVault.ALIPAY_APP)) {
            case KeyAnswer.Refused(KeyProblem problem) -> alipay.enabled() ? new Refused(problem) : new None();
            case KeyAnswer.Ready(KeyEntry own, List<KeyProblem> remarks) ->
                KeyVault.judge(alipay, own, folder.settings())
                        .or(() -> practiceKey(folder, own, provider))
                        .<MerchantKeys>map(Refused::new)
                        .orElseGet(() -> new Ready(own, provider, remarks));
        };
    }

    /** Whether the shop's own keys are used; practice makes its own as long as nobody sets up a provider for it. */
    static boolean isMerchant(DataFolder folder, Settings.Alipay alipay) {
        return folder.mode() == Mode.LIVE || alipay.enabled();
    }

    /** The keys of the practice provider lie in plain files: one of them in live trade would be anybody's money. */
    private static Optional<KeyProblem> practiceKey(DataFolder folder, KeyEntry own, RSAPublicKey provider) {
        if (folder.mode() != Mode.LIVE) return Optional.empty();
        Path practice = practiceFolder(new DataFolder(folder.root(), Mode.PRACTICE));
        boolean ours = PracticeKeys.isIn(practice, own.publicKey());
        if (!ours && !PracticeKeys.isIn(practice, provider)) return Optional.empty();
        Path place = ours ? folder.keys() : folder.settings();
        return Optional.of(new KeyProblem(KeyProblem.Code.OTHER_MODE, place));
    }

    /** Where the practice provider of a folder keeps its keys. */
    static Path practiceFolder(DataFolder practice) {
        return practice.path().resolve("practice-keys");
    }
}
