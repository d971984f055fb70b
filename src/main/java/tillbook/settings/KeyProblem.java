package tillbook.settings;

import java.nio.file.Path;
import java.util.Locale;
import tillbook.text.Texts;

/** Why a key cannot be used or taken in. Names a place and never holds anything of the key. Immutable. */
public record KeyProblem(Code code, Path path) {
    /** What it is. */
    public enum Code {
        /** No key was ever imported or made. */
        NO_KEYS,
        /** There are keys, but not this one. */
        NO_SUCH_KEY,
        /** The keys came without their passphrase: a restored backup or a new machine. */
        PASSPHRASE_MISSING,
        /** The passphrase does not open the keys, or the file's end was changed: the two cannot be told apart. */
        PASSPHRASE_WRONG,
        /** The passphrase would lie with the data, so that every backup would hold both. */
        PASSPHRASE_WITH_DATA,
        /** Not a file of keys at all, or cut off. */
        DAMAGED,
        CANNOT_READ,
        CANNOT_WRITE,
        /** A practice key in the live folder, or the reverse. */
        OTHER_MODE,
        /** What was imported is under a passphrase of its own. */
        ENCRYPTED,
        /** What was imported is a public key. */
        NOT_PRIVATE,
        NOT_RSA,
        TOO_SHORT,
        /** What was imported is no key that can be read. */
        UNREADABLE,
        /** In the settings the shop's own public key stands where the provider's belongs. */
        OWN_KEY_AS_PROVIDERS,
        /** Remark: others could read the passphrase until now. */
        PASSPHRASE_WAS_OPEN
    }

    /** What is wrong, where, and what to do. */
    public String sentence(Locale locale) {
        Texts texts = Texts.of("settings", locale);
        return texts.text("and", texts.text("key." + code, path), texts.text("key.remedy." + code, path));
    }
}
