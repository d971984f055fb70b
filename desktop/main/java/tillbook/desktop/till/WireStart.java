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
import tillbook.settings.KeyAnswer;
import tillbook.settings.KeyEntry;
import tillbook.settings.KeyProblem;
import tillbook.settings.KeyVault;
import tillbook.settings.Mode;
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
        boolean merchant = folder.mode() == Mode.LIVE || settings.alipay().enabled();
        return merchant ? merchantWire(folder, settings) : practiceWire(folder, settings);
    }

    /** Also where scan-pay was switched off: what was begun before still has to be asked about. */
    private Wire merchantWire(DataFolder folder, Settings settings) throws Stopped {
        Settings.Alipay alipay = settings.alipay();
        RSAPublicKey provider = alipay.publicKey();
        if (provider == null || alipay.appId().isEmpty()) return cashOnly(settings);
        KeyVault vault =
                new KeyVault(folder, options.machine(), random, options.clock().wall());
        return switch (vault.load(KeyVault.ALIPAY_APP)) {
            case KeyAnswer.Refused(KeyProblem problem) -> {
                if (alipay.enabled()) throw new Stopped(new Opening.KeysRefused(problem));
                yield cashOnly(settings);
            }
            case KeyAnswer.Ready(KeyEntry entry, List<KeyProblem> remarks) -> {
                Optional<KeyProblem> swapped = KeyVault.judge(alipay, entry, folder.settings());
                if (swapped.isPresent()) throw new Stopped(new Opening.KeysRefused(swapped.get()));
                refusePracticeKeys(folder, entry, provider);
                remarks.forEach(remark -> notices.add(Notice.of("PAY-KEY", "key." + remark.code(), remark.path())));
                yield Wire.of(alipay, entry.privateKey(), provider, options.clock());
            }
        };
    }

    /** The keys of the practice provider lie in plain files: one of them in live trade would be anybody's money. */
    private static void refusePracticeKeys(DataFolder folder, KeyEntry own, RSAPublicKey provider) throws Stopped {
        if (folder.mode() != Mode.LIVE) return;
        Path practice = practiceKeyFolder(new DataFolder(folder.root(), Mode.PRACTICE));
        boolean ours = PracticeKeys.isIn(practice, own.publicKey());
        if (!ours && !PracticeKeys.isIn(practice, provider)) return;
        Path place = ours ? folder.keys() : folder.settings();
        throw new Stopped(new Opening.KeysRefused(new KeyProblem(KeyProblem.Code.OTHER_MODE, place)));
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
        Path keys = options.practiceKeys(practiceKeyFolder(folder));
        Path book = folder.path().resolve("practice-book.jsonl");
        try {
            return Wire.practice(settings.alipay(), keys, book, options.practiceGateway(), options.clock(), rig);
        } catch (IOException e) {
            throw new Stopped(new Opening.PracticeRefused(String.valueOf(e.getMessage())));
        }
    }

    private static Path practiceKeyFolder(DataFolder practice) {
        return practice.path().resolve("practice-keys");
    }
}
