package tillbook.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a file of goods comes from. It is opened several times: to find out its encoding, to check it, to take it over. */
@FunctionalInterface
public interface GoodsSource {
    /** Opens it from its beginning; the caller closes it. */
    InputStream open() throws IOException;

    /** A file on disk. */
    static GoodsSource of(Path file) {
        return () -> Files.newInputStream(file);
    }
}
