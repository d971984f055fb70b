package tillbook.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.care.Redaction;
import tillbook.settings.KeyProblem.Code;
import tillbook.text.Texts;

class KeyVaultTest {
    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z"));
    private static KeyPair pair = new KeyPair(null, null);

    @TempDir
    private Path place;

    private DataFolder practice = new DataFolder(Path.of(""), Mode.PRACTICE);
    private DataFolder live = practice;

    @BeforeAll
    static void makeKeys() throws GeneralSecurityException {
        pair = newPair("RSA", 2048);
    }

    @BeforeEach
    void openFolders() {
        practice = opened(Mode.PRACTICE);
        live = opened(Mode.LIVE);
    }

    @Test
    void everyFormOfAPrivateKeyComesBackFromTheVaultAsTheSameKey() {
        byte[] pkcs8 = pair.getPrivate().getEncoded();
        // PKCS#8 of RSA has 26 bytes before the PKCS#1 key that it holds.
        byte[] pkcs1 = java.util.Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
        for (String text : List.of(
                pem("PRIVATE KEY", pkcs8),
                pem("RSA PRIVATE KEY", pkcs1),
                pem("PRIVATE KEY", pkcs8).replace("\n", "\r\n"),
                "note to self\n" + pem("PRIVATE KEY", pkcs8),
                Base64.getEncoder().encodeToString(pkcs8),
                Base64.getEncoder().encodeToString(pkcs1) + "\n")) {
            KeyVault vault = vault(live);
            ready(vault.importKey(KeyVault.ALIPAY_APP, text));
            KeyEntry loaded = ready(vault(live).load(KeyVault.ALIPAY_APP));
            assertArrayEquals(pkcs8, loaded.privateKey().getEncoded());
            assertEquals(pair.getPublic(), loaded.publicKey());
        }
    }

    @Test
    void aNewPairSignsAndItsPublicHalfVerifies() throws GeneralSecurityException {
        KeyEntry made = ready(vault(practice).generate(KeyVault.ALIPAY_APP));
        KeyEntry loaded = ready(vault(practice).load(KeyVault.ALIPAY_APP));
        assertEquals(made.fingerprint(), loaded.fingerprint());
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(loaded.privateKey());
        signature.update((byte) 1);
        byte[] signed = signature.sign();
        signature.initVerify(made.publicKey());
        signature.update((byte) 1);
        assertTrue(signature.verify(signed));
    }

    @Test
    void theFileIsEncryptedWithAesAndHoldsNothingOfTheKeyInTheOpen() throws IOException {
        ready(vault(live)
                .importKey(
                        KeyVault.ALIPAY_APP,
                        Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())));
        String hex = HexFormat.of().formatHex(Files.readAllBytes(live.keys()));
        String aes256Cbc = "060960864801650304012a";
        assertTrue(hex.contains(aes256Cbc));
        BigInteger prime = ((RSAPrivateCrtKey) pair.getPrivate()).getPrimeP();
        for (Path file : allFiles()) {
            String content = HexFormat.of().formatHex(Files.readAllBytes(file));
            assertFalse(content.contains(prime.toString(16)), file.toString());
        }
    }

    @Test
    void theCertificateIsReadByKeytoolAndTellsTheMode()
            throws IOException, InterruptedException, GeneralSecurityException {
        ready(vault(practice).generate(KeyVault.ALIPAY_APP));
        Path passphrase = passphraseFile();
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-J-Duser.language=en",
                        "-list",
                        "-v",
                        "-keystore",
                        practice.keys().toString(),
                        "-storepass:file",
                        passphrase.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, keytool.waitFor(), said);
        assertTrue(said.contains("alipay-app") && said.contains("CN=Tillbook practice"), said);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(
                new ByteArrayInputStream(Files.readAllBytes(practice.keys())),
                Files.readString(passphrase).strip().toCharArray());
        X509Certificate certificate = assertInstanceOf(X509Certificate.class, store.getCertificate("alipay-app"));
        certificate.checkValidity(java.util.Date.from(TIME.instant()));
        assertEquals(
                Instant.parse("2056-11-14T08:00:00Z"), certificate.getNotAfter().toInstant());
    }

    @Test
    void passphraseLiesOutsideTheDataAndOnlyItsOwnerReadsBoth() throws IOException {
        ready(vault(live).generate(KeyVault.ALIPAY_APP));
        assertFalse(passphraseFile().startsWith(live.root()));
        if (!SafeFile.hasPermissions(place)) return;
        for (Path file : List.of(passphraseFile(), live.keys())) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void aPassphraseIsKnownByHeartOnceItIsMadeOrRead() throws IOException {
        ready(vault(live).generate(KeyVault.ALIPAY_APP));
        String made = Files.readString(passphraseFile()).strip();
        assertEquals(Redaction.REMOVED, Redaction.clean(made));
        String chosen = "chosen by " + made.substring(0, 8);
        Files.writeString(passphraseFile(), chosen + "\n");
        vault(live).load(KeyVault.ALIPAY_APP);
        assertEquals(Redaction.REMOVED, Redaction.clean(chosen));
    }

    @Test
    void aPassphraseOthersCouldReadIsClosedAndSaid() throws IOException {
        ready(vault(live).generate(KeyVault.ALIPAY_APP));
        if (!SafeFile.hasPermissions(place)) return;
        Files.setPosixFilePermissions(passphraseFile(), PosixFilePermissions.fromString("rw-r--r--"));
        KeyAnswer.Ready answer =
                assertInstanceOf(KeyAnswer.Ready.class, vault(live).load(KeyVault.ALIPAY_APP));
        assertEquals(
                List.of(Code.PASSPHRASE_WAS_OPEN),
                answer.remarks().stream().map(KeyProblem::code).toList());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(passphraseFile())));
    }

    @Test
    void aPassphraseWithinTheDataIsRefused() {
        Machine machine = machine(
                Map.of("TILLBOOK_PASSPHRASE_FILE", live.root().resolve("pass").toString()));
        KeyVault vault = new KeyVault(live, machine, new SecureRandom(), TIME);
        assertEquals(Code.PASSPHRASE_WITH_DATA, refused(vault.generate(KeyVault.ALIPAY_APP)));
        assertFalse(Files.exists(live.keys()));
    }

    @Test
    void aPassphraseFileNamedByTheEnvironmentIsUsed() {
        Path named = place.resolve("elsewhere").resolve("word");
        KeyVault vault = new KeyVault(
                live, machine(Map.of("TILLBOOK_PASSPHRASE_FILE", named.toString())), new SecureRandom(), TIME);
        ready(vault.generate(KeyVault.ALIPAY_APP));
        assertTrue(Files.exists(named));
        ready(vault.load(KeyVault.ALIPAY_APP));
    }

    @Test
    void whatIsMissingWrongOrDamagedIsNamedApart() throws IOException {
        assertEquals(Code.NO_KEYS, refused(vault(live).load(KeyVault.ALIPAY_APP)));
        ready(vault(live).generate(KeyVault.ALIPAY_APP));
        assertEquals(Code.NO_SUCH_KEY, refused(vault(live).load("another")));
        String word = Files.readString(passphraseFile());
        Files.writeString(passphraseFile(), "not the passphrase\n");
        assertEquals(Code.PASSPHRASE_WRONG, refused(vault(live).load(KeyVault.ALIPAY_APP)));
        assertEquals(Code.PASSPHRASE_WRONG, refused(vault(live).generate(KeyVault.ALIPAY_APP)));
        Files.delete(passphraseFile());
        assertEquals(Code.PASSPHRASE_MISSING, refused(vault(live).load(KeyVault.ALIPAY_APP)));
        assertEquals(Code.PASSPHRASE_MISSING, refused(vault(live).generate(KeyVault.ALIPAY_APP)));
        Files.writeString(
                passphrases()
                        .resolve("passphrase-"
                                + Files.readString(live.path().resolve("keys.id"))
                                        .strip()),
                word);
        ready(vault(live).load(KeyVault.ALIPAY_APP));
        byte[] whole = Files.readAllBytes(live.keys());
        for (int length : List.of(0, 1, 10, whole.length / 2, whole.length - 1)) {
            Files.write(live.keys(), java.util.Arrays.copyOf(whole, length));
            assertEquals(Code.DAMAGED, refused(vault(live).load(KeyVault.ALIPAY_APP)), "cut to " + length);
        }
        Files.writeString(live.keys(), "hello");
        assertEquals(Code.DAMAGED, refused(vault(live).load(KeyVault.ALIPAY_APP)));
    }

    @Test
    void anyChangedByteIsNoticedAndNeverThrown() throws IOException {
        ready(vault(live).generate(KeyVault.ALIPAY_APP));
        byte[] whole = Files.readAllBytes(live.keys());
        for (int at = 0; at < whole.length; at += 97) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x10;
            Files.write(live.keys(), changed);
            KeyAnswer answer = vault(live).load(KeyVault.ALIPAY_APP);
            assertInstanceOf(KeyAnswer.Refused.class, answer, "byte " + at);
        }
    }

    @Test
    void whatIsNoUsablePrivateKeyIsRefusedByItsKind() throws GeneralSecurityException {
        KeyVault vault = vault(live);
        assertEquals(Code.ENCRYPTED, refused(vault.importKey("a", pem("ENCRYPTED PRIVATE KEY", new byte[100]))));
        assertEquals(
                Code.ENCRYPTED,
                refused(
                        vault.importKey(
                                "a",
                                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----\n")));
        assertEquals(
                Code.NOT_PRIVATE,
                refused(vault.importKey("a", pem("PUBLIC KEY", pair.getPublic().getEncoded()))));
        assertEquals(
                Code.NOT_RSA,
                refused(vault.importKey(
                        "a", pem("PRIVATE KEY", newPair("EC", 256).getPrivate().getEncoded()))));
        assertEquals(
                Code.TOO_SHORT,
                refused(vault.importKey(
                        "a",
                        pem("PRIVATE KEY", newPair("RSA", 1024).getPrivate().getEncoded()))));
        for (String text :
                List.of("", "hello", pem("PRIVATE KEY", new byte[300]), "-----BEGIN PRIVATE KEY-----\nMIIE")) {
            assertEquals(Code.UNREADABLE, refused(vault.importKey("a", text)));
        }
        assertEquals(Code.CANNOT_READ, refused(vault.importFile("a", place.resolve("nothing.pem"))));
        assertFalse(Files.exists(live.keys()));
    }

    @Test
    void aPracticeKeyIsRefusedInLiveTradeEvenWhereTheFilesWereCopied() throws IOException {
        ready(vault(practice).generate(KeyVault.ALIPAY_APP));
        for (String name : List.of("keys.p12", "keys.id")) {
            Files.copy(practice.path().resolve(name), live.path().resolve(name));
        }
        assertEquals(Code.OTHER_MODE, refused(vault(live).load(KeyVault.ALIPAY_APP)));
    }

    @Test
    void aKeyTakenInForOneModeIsRefusedByTheOther() {
        String text = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        ready(vault(live).importKey(KeyVault.ALIPAY_APP, text));
        assertEquals(Code.OTHER_MODE, refused(vault(practice).importKey(KeyVault.ALIPAY_APP, text)));
        ready(vault(practice).generate(KeyVault.ALIPAY_APP));
    }

    @Test
    void ourOwnPublicKeyInTheProvidersPlaceIsNoticed() {
        KeyEntry own = ready(vault(practice)
                .importKey(
                        KeyVault.ALIPAY_APP,
                        Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())));
        SettingsFile file = new SettingsFile(practice.settings(), Mode.PRACTICE);
        assertEquals(
                List.of(Code.OWN_KEY_AS_PROVIDERS),
                KeyVault.judge(alipayWith(file, own.publicKeyText()), own, practice.settings()).stream()
                        .map(KeyProblem::code)
                        .toList());
        String other = ready(vault(live).generate(KeyVault.ALIPAY_APP)).publicKeyText();
        assertTrue(KeyVault.judge(alipayWith(file, other), own, practice.settings())
                .isEmpty());
    }

    @Test
    void nothingThatIsPrintedHoldsKeyMaterial() throws IOException {
        KeyEntry entry = ready(vault(live).generate(KeyVault.ALIPAY_APP));
        String secret = Base64.getEncoder()
                .encodeToString(entry.privateKey().getEncoded())
                .substring(60, 90);
        String word = Files.readString(passphraseFile()).strip();
        String printed = entry + " " + vault(live).load(KeyVault.ALIPAY_APP)
                + vault(live).load("other");
        assertFalse(printed.contains(secret) || printed.contains(word));
    }

    @Test
    void everyKeyProblemHasItsWords() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINA)) {
            for (Code code : Code.values()) {
                Texts texts = Texts.of("settings", locale);
                assertTrue(texts.has("key." + code) && texts.has("key.remedy." + code), code.toString());
            }
        }
    }

    private static Settings.Alipay alipayWith(SettingsFile file, String key) {
        SettingsAnswer answer = file.parse("alipay.alipay_public_key = '" + key + "'\n");
        return assertInstanceOf(SettingsAnswer.Ready.class, answer).settings().alipay();
    }

    private DataFolder opened(Mode mode) {
        return assertInstanceOf(DataFolder.Opening.Opened.class, DataFolder.open(place.resolve("data"), mode))
                .folder();
    }

    private KeyVault vault(DataFolder folder) {
        return new KeyVault(folder, machine(Map.of()), new SecureRandom(), TIME);
    }

    private Machine machine(Map<String, String> env) {
        return new Machine(env, "Linux", place.resolve("home"), "wang");
    }

    private Path passphrases() {
        return place.resolve("home").resolve(".config").resolve("tillbook");
    }

    private Path passphraseFile() throws IOException {
        try (Stream<Path> files = Files.list(passphrases())) {
            return files.findFirst().orElseThrow();
        }
    }

    private List<Path> allFiles() throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static KeyPair newPair(String algorithm, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    private static KeyEntry ready(KeyAnswer answer) {
        return assertInstanceOf(KeyAnswer.Ready.class, answer, answer::toString).entry();
    }

    private static Code refused(KeyAnswer answer) {
        return assertInstanceOf(KeyAnswer.Refused.class, answer, answer::toString)
                .problem()
                .code();
    }
}
