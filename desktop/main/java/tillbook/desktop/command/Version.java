package tillbook.desktop.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this build, told once, in the root's {@code pom.xml}. */
final class Version {
    private static final String FILE = "/tillbook/desktop/build.properties";

    private Version() {}

    /** Such as {@code 0.1.0}. */
    static String text() {
        Properties build = new Properties();
        try (InputStream in = Version.class.getResourceAsStream(FILE)) {
            if (in == null) throw new IllegalStateException("this build has no " + FILE + ": build it again");
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own files cannot be read: install it again", e);
        }
        return build.getProperty("version");
    }
}
