package tillbook.settings;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.settings.KeyProblem.Code;

/**
 * The merchant's private keys, encrypted at rest in {@code keys.p12} (PKCS#12 with AES-256), the passphrase in a file of
 * its own elsewhere. Every key bears the mode it was taken in for, and its fingerprint is remembered in the open, so that a
 * practice key is refused in live trade and a live key in practice, even where a whole file was copied across.
 *
 * <p>One thread at a time; only the owner of the data folder writes. No answer and no exception holds key material.
 */
public final class KeyVault {
    /** The alias of the key that signs what goes to Alipay (应用私钥). */
    public static final String ALIPAY_APP = "alipay-app";

    private static final int NEW_KEY_BITS = 2048;
    private static final long IMPORT_BYTES_MAX = 64 * 1024L;
    /** PKCS#12 wants a certificate with each key; nobody checks this one, so it outlives the shop's PC. */
    private static final Duration CERTIFICATE_VALID = Duration.ofDays(30 * 365L);

    private final DataFolder folder;
    private final Path namedPassphraseFile;
    private final boolean passphraseIsNamed;
    private final SecureRandom random;
    private final InstantSource time;

    /**
     * The vault of one mode's folder, whether or not there are keys in it yet.
     *
     * @param machine tells where the passphrase lies: {@code $TILLBOOK_PASSPHRASE_FILE}, else {@link
     *     Machine#passphraseFolder()}
     */
    public KeyVault(DataFolder folder, Machine machine, SecureRandom random, InstantSource time) {
        Path named = machine.namedPassphraseFile();
        this.folder = folder;
        this.passphraseIsNamed = named != null;
        this.namedPassphraseFile = named != null ? named.toAbsolutePath() : machine.passphraseFolder();
        this.random = random;
        this.time = time;
    }

    /** The key of this alias. */
    public KeyAnswer load(String alias) {
        if (!Files.exists(folder.keys())) return refused(Code.NO_KEYS);
        return guarded(() -> {
            Passphrase passphrase = passphrase();
            Optional<char[]> word = passphrase.read();
            if (word.isEmpty()) return refused(Code.PASSPHRASE_MISSING, passphrase.path());
            return entry(read(word.get()), alias, word.get(), remarks(passphrase));
        });
    }

    /**
     * Takes a key in and keeps it: PEM (PKCS#8 or PKCS#1) or the bare base64 of Alipay's key tool, RSA of at least 2048
     * bits. The key of this alias that was there before stays in {@code keys.p12.bak}.
     */
    public KeyAnswer importKey(String alias, String text) {
        return switch (RsaKeys.read(text)) {
            case RsaKeys.Read.Private(RSAPrivateCrtKey key) -> keep(alias, new KeyPair(RsaKeys.publicHalf(key), key));
            case RsaKeys.Read.Public other -> refused(Code.NOT_PRIVATE);
            case RsaKeys.Read.Encrypted other -> refused(Code.ENCRYPTED);
            case RsaKeys.Read.NotRsa other -> refused(Code.NOT_RSA);
            case RsaKeys.Read.TooShort other -> refused(Code.TOO_SHORT);
            case RsaKeys.Read.Unreadable other -> refused(Code.UNREADABLE);
        };
    }

    /** Takes in the key of a file; see {@link #importKey}. The file itself stays where it is: its owner deletes it. */
    public KeyAnswer importFile(String alias, Path file) {
        try {
            if (Files.size(file) > IMPORT_BYTES_MAX) return refused(Code.UNREADABLE, file);
            return importKey(alias, Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return refused(Code.CANNOT_READ, file);
        }
    }

    /** Makes a new pair, so that the private half never exists anywhere else. */
    public KeyAnswer generate(String alias) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(NEW_KEY_BITS, random);
            return keep(alias, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no RSA: install Tillbook with its own runtime", e);
        }
    }

    /** Whether provider and shop have changed places in the settings, the commonest mistake with these two keys. */
    public static Optional<KeyProblem> judge(Settings.Alipay alipay, KeyEntry own, Path settingsFile) {
        RSAPublicKey providers = alipay.publicKey();
        boolean same = providers != null && KeyEntry.fingerprint(providers).equals(own.fingerprint());
        return same ? Optional.of(new KeyProblem(Code.OWN_KEY_AS_PROVIDERS, settingsFile)) : Optional.empty();
    }

    private KeyAnswer keep(String alias, KeyPair pair) {
        KeyEntry entry = new KeyEntry(pair.getPrivate(), (RSAPublicKey) pair.getPublic());
        return guarded(() -> {
            if (Fingerprints.of(other()).has(entry.fingerprint())) return refused(Code.OTHER_MODE);
            Passphrase passphrase = passphrase();
            if (passphrase.path().normalize().startsWith(folder.root()))
                return refused(Code.PASSPHRASE_WITH_DATA, passphrase.path());
            Optional<char[]> word = passphrase.read();
            boolean keysThere = Files.exists(folder.keys());
            if (word.isEmpty() && keysThere) return refused(Code.PASSPHRASE_MISSING, passphrase.path());
            char[] opened = word.isPresent() ? word.get() : passphrase.create(random);
            KeyStore store = keysThere ? read(opened) : empty();
            store.setKeyEntry(alias, entry.privateKey(), opened, new Certificate[] {certificate(pair)});
            write(store, opened);
            Fingerprints.of(folder).add(entry.fingerprint());
            return new KeyAnswer.Ready(entry, remarks(passphrase));
        });
    }

    private KeyAnswer entry(KeyStore store, String alias, char[] word, List<KeyProblem> remarks)
            throws GeneralSecurityException {
        Key key = store.getKey(alias, word);
        if (!(key instanceof PrivateKey privateKey)
                || !(store.getCertificate(alias) instanceof X509Certificate certificate)
                || !(certificate.getPublicKey() instanceof RSAPublicKey publicKey)) return refused(Code.NO_SUCH_KEY);
        boolean marked = certificate.getSubjectX500Principal().getName().equals("CN=" + mark(folder.mode()));
        KeyEntry entry = new KeyEntry(privateKey, publicKey);
        if (!marked || wasTakenInForOther(entry)) return refused(Code.OTHER_MODE);
        return new KeyAnswer.Ready(entry, remarks);
    }

    private boolean wasTakenInForOther(KeyEntry entry) {
        try {
            return Fingerprints.of(other()).has(entry.fingerprint());
        } catch (IOException e) {
            return false; // The mark in the certificate has been looked at already.
        }
    }

    private DataFolder other() {
        return new DataFolder(folder.root(), folder.mode() == Mode.LIVE ? Mode.PRACTICE : Mode.LIVE);
    }

    private static String mark(Mode mode) {
        return "Tillbook " + mode.word();
    }

    private Passphrase passphrase() throws IOException {
        return new Passphrase(
                passphraseIsNamed
                        ? namedPassphraseFile
                        : namedPassphraseFile.resolve("passphrase-" + Passphrase.idOf(folder, random)));
    }

    private static List<KeyProblem> remarks(Passphrase passphrase) throws IOException {
        List<KeyProblem> remarks = new ArrayList<>();
        if (passphrase.tighten()) remarks.add(new KeyProblem(Code.PASSPHRASE_WAS_OPEN, passphrase.path()));
        return remarks;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private KeyStore read(char[] word) throws GeneralSecurityException, IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(folder.keys());
        } catch (IOException e) {
            throw new Unusable(Code.CANNOT_READ, e);
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), word);
            return store;
        } catch (IOException | RuntimeException e) {
            boolean wrong = e.getCause() instanceof UnrecoverableKeyException;
            throw new Unusable(wrong ? Code.PASSPHRASE_WRONG : Code.DAMAGED, e);
        }
    }

    /** The new file is opened once before it takes the old one's place: a key that cannot be read back is a lost key. */
    private void write(KeyStore store, char[] word) throws GeneralSecurityException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, word);
        KeyStore again = KeyStore.getInstance("PKCS12");
        again.load(new ByteArrayInputStream(out.toByteArray()), word);
        SafeFile.replace(folder.keys(), out.toByteArray(), true);
    }

    private Certificate certificate(KeyPair pair) throws GeneralSecurityException {
        Instant now = time.instant();
        byte[] body = Der.toBeSigned(
                new BigInteger(63, random).add(BigInteger.ONE),
                mark(folder.mode()),
                now,
                now.plus(CERTIFICATE_VALID),
                pair.getPublic().getEncoded());
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(body);
        byte[] whole = Der.certificate(body, signature.sign());
        Certificate certificate =
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
        certificate.verify(pair.getPublic());
        return certificate;
    }

    private interface Work {
        KeyAnswer done() throws GeneralSecurityException, IOException;
    }

    /** Turns what a broken machine throws into an answer, and keeps its words away: a provider's text may quote a key. */
    private KeyAnswer guarded(Work work) {
        try {
            return work.done();
        } catch (Unusable e) {
            return refused(e.code);
        } catch (GeneralSecurityException e) {
            return refused(Code.DAMAGED);
        } catch (IOException e) {
            return refused(Code.CANNOT_WRITE);
        }
    }

    private static final class Unusable extends IOException {
        private final Code code;

        Unusable(Code code, @Nullable Throwable cause) {
            super("the keys are not usable: " + code, cause);
            this.code = code;
        }
    }

    private KeyAnswer refused(Code code) {
        return refused(code, folder.keys());
    }

    private static KeyAnswer refused(Code code, Path path) {
        return new KeyAnswer.Refused(new KeyProblem(code, path));
    }
}
