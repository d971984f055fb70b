package tillbook.settings;

import java.nio.file.Path;
import java.util.Locale;
import tillbook.text.Texts;

/** Something about the data folder that stops the register, or that its owner should know. Immutable. */
public record FolderProblem(Code code, Path path) {
    /** What it is. */
    public enum Code {
        /** A file stands where the folder belongs. */
        NOT_A_FOLDER,
        CANNOT_CREATE,
        NOT_READABLE,
        /** Read-only, full, or another user's. */
        NOT_WRITABLE,
        /** Remark: others could read it until now. */
        WAS_OPEN,
        /** Remark: others can read it, and that could not be changed. */
        STILL_OPEN,
        /** Remark: the name is too long for the socket through which commands reach a running register. */
        NAME_TOO_LONG_FOR_SOCKET
    }

    /** What is wrong, where, and what to do. */
    public String sentence(Locale locale) {
        Texts texts = Texts.of("settings", locale);
        return texts.text("and", texts.text("folder." + code, path), texts.text("folder.remedy." + code, path));
    }
}
