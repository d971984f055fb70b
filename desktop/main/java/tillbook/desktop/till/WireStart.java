package tillbook.desktop.till;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import tillbook.desktop.rig.PracticeRig;
import tillbook.payment.practice.PracticeKeys;
import tillbook.settings.DataFolder;
import tillbook.settings.KeyEntry;
import tillbook.settings.KeyProblem;
import tillbook.settings.KeyVault;
import tillbook.settings.Settings;

/** Finds the provider that the settings name, with the keys it needs. Used once, by the thread that opens. */
final class WireStart {
    private final TillOptions options;
    private final List<Notice> notices;
    private final SecureRandom random;
    private final Optional<PracticeRig> rig;

    WireStart(TillOptions options, List<Notice> notices, SecureRandom random, Optional<PracticeRig> rig) {
        this.rig = rig;
        this.options = options;
        this.notices = notices;
        this.random = random;
    }

    /** The way to the provider; asks nobody anything yet. */
    Wire open(DataFolder folder, Settings settings) throws Stopped {
        return MerchantKeys.isMerchant(folder, settings.alipay())
                ? merchantWire(folder, settings)
                : practiceWire(folder, settings);
    }

    private Wire merchantWire(DataFolder folder, Settings settings) throws Stopped {
        KeyVault vault =
                new KeyVault(folder, options.machine(), random, options.clock().wall());
        return switch (MerchantKeys.of(folder, settings.alipay(), vault)) {
            case MerchantKeys.None _ -> cashOnly(settings);
            case MerchantKeys.Refused(KeyProblem problem) -> throw new Stopped(new Opening.KeysRefused(problem));
            case MerchantKeys.Ready(KeyEntry own, RSAPublicKey provider, List<KeyProblem> remarks) -> {
                remarks.forEach(remark -> notices.add(Notice.of("PAY-KEY", "key." + remark.code(), remark.path())));
                yield Wire.of(settings.alipay(), own.privateKey(), provider, options.clock());
            }
        };
    }

    /** Live trade without a provider sells for cash; nothing is asked of anybody. */
    private Wire cashOnly(Settings settings) {
        PracticeKeys nobody = PracticeKeys.fresh();
        return Wire.of(
                settings.alipay(),
                nobody.register().getPrivate(),
                nobody.provider().getPublic(),
                options.clock());
    }

    private Wire practiceWire(DataFolder folder, Settings settings) throws Stopped {
        Path keys = options.practiceKeys(MerchantKeys.practiceFolder(folder));
        Path book = folder.path().resolve("practice-book.jsonl");
        try {
            return Wire.practice(settings.alipay(), keys, book, options.practiceGateway(), options.clock(), rig);
        } catch (IOException e) {
            throw new Stopped(new Opening.PracticeRefused(String.valueOf(e.getMessage())));
        }
    }
}
