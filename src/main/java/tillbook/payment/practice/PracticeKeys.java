package tillbook.payment.practice;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;

/**
 * The two key pairs of a practice: the register's and the provider's, different as in life. They guard play money, so
 * they may lie in plain files; a live key never does. Its text form names no key. Immutable.
 */
public record PracticeKeys(KeyPair register, KeyPair provider) {
    private static final int BITS = 2048;
    private static final int LINE_CHARS = 64;

    /** New pairs, kept nowhere. */
    public static PracticeKeys fresh() {
        return new PracticeKeys(freshPair(), freshPair());
    }

    /**
     * The pairs in a folder, made there if it has none: {@code register-private.pem}, {@code register-public.pem} and the
     * same for {@code provider}, the private ones readable by their owner alone where the file system can say so.
     *
     * @throws IOException if a file is missing beside its partner or holds no RSA key; the text names it
     */
    public static PracticeKeys in(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new PracticeKeys(pair(folder, "register"), pair(folder, "provider"));
    }

    /** Whether one of the pairs in a folder has this public half. Makes no keys; what cannot be read is none. */
    public static boolean isIn(Path folder, PublicKey key) {
        return Stream.of("register", "provider").anyMatch(name -> {
            try {
                return Arrays.equals(decoded(folder.resolve(name + "-public.pem")), key.getEncoded());
            } catch (IOException notThere) {
                return false;
            }
        });
    }

    @Override
    public String toString() {
        return "PracticeKeys";
    }

    private static KeyPair pair(Path folder, String name) throws IOException {
        Path publicFile = folder.resolve(name + "-public.pem");
        Path privateFile = folder.resolve(name + "-private.pem");
        // The public half is written last: without it, a start was killed before anybody had used the pair.
        if (Files.notExists(publicFile)) {
            KeyPair fresh = freshPair();
            write(privateFile, "PRIVATE KEY", fresh.getPrivate());
            write(publicFile, "PUBLIC KEY", fresh.getPublic());
            return fresh;
        }
        return read(publicFile, privateFile);
    }

    private static KeyPair read(Path publicFile, Path privateFile) throws IOException {
        byte[] publicKey = decoded(publicFile);
        byte[] privateKey = decoded(privateFile);
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    rsa.generatePublic(new X509EncodedKeySpec(publicKey)),
                    rsa.generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    publicFile + " and its private half hold no RSA keys; remove both to get new ones", e);
        }
    }

    private static byte[] decoded(Path file) throws IOException {
        if (Files.notExists(file)) throw new IOException(file + " is missing; remove its other half to get new keys");
        try {
            String base64 = Files.readString(file, US_ASCII).replaceAll("-----[A-Z ]+-----|\\s", "");
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is no PEM file; remove it and its other half to get new keys", e);
        }
    }

    private static void write(Path file, String label, Key key) throws IOException {
        Base64.Encoder lines = Base64.getMimeEncoder(LINE_CHARS, "\n".getBytes(US_ASCII));
        String pem = "-----BEGIN " + label + "-----\n" + lines.encodeToString(key.getEncoded()) + "\n-----END " + label
                + "-----\n";
        // Written beside and renamed, so that whoever looks sees the whole key or none.
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        create(beside, label.startsWith("PRIVATE"));
        Files.writeString(beside, pem, US_ASCII, StandardOpenOption.WRITE);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void create(Path file, boolean secret) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))};
        Files.createFile(file, secret && posix ? owner : new FileAttribute<?>[0]);
    }

    private static KeyPair freshPair() {
        try {
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(BITS);
            return rsa.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }
}
