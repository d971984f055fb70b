package tillbook.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.util.regex.Pattern;

/** The provider's public key as the settings hold it: base64, PEM, or the name of a file in the data folder. */
final class PublicKeyText {
    private static final Pattern KEY_ITSELF = Pattern.compile("(?s).*-----BEGIN .*|[A-Za-z0-9+/=\\s]{100,}");
    private static final long FILE_BYTES_MAX = 64 * 1024L;

    private PublicKeyText() {}

    sealed interface Found {
        record Key(RSAPublicKey key) implements Found {}

        record Wrong(Form.Fault fault) implements Found {}
    }

    static Found read(String value, Path folder) {
        if (KEY_ITSELF.matcher(value).matches()) return judge(value);
        try {
            Path file = folder.resolve(value);
            if (!Files.isRegularFile(file) || Files.size(file) > FILE_BYTES_MAX)
                return wrong(Problem.Code.PUBLIC_KEY_FILE_MISSING, Form.shown(file.toString()));
            return judge(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException | InvalidPathException e) {
            return wrong(Problem.Code.PUBLIC_KEY_FILE_MISSING, Form.shown(value));
        }
    }

    private static Found judge(String text) {
        return switch (RsaKeys.read(text)) {
            case RsaKeys.Read.Public(RSAPublicKey key) -> new Found.Key(key);
            case RsaKeys.Read.Private secret -> wrong(Problem.Code.PRIVATE_KEY_IN_SETTINGS);
            case RsaKeys.Read.Encrypted secret -> wrong(Problem.Code.PRIVATE_KEY_IN_SETTINGS);
            case RsaKeys.Read.TooShort(int bits) -> wrong(Problem.Code.PUBLIC_KEY_TOO_SHORT, bits, RsaKeys.BITS_MIN);
            case RsaKeys.Read.NotRsa other -> wrong(Problem.Code.NOT_A_PUBLIC_KEY);
            case RsaKeys.Read.Unreadable other -> wrong(Problem.Code.NOT_A_PUBLIC_KEY);
        };
    }

    private static Found wrong(Problem.Code code, Object... args) {
        return new Found.Wrong(Form.Fault.of(code, args).orElseThrow());
    }
}
