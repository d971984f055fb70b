package tillbook.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Opens the goods file of a folder, or finds out why not and begins anew. One thread owns it, for one opening. */
final class CatalogOpener {
    /** H2: "Database may be already in use". */
    private static final int ALREADY_OPEN = 90020;

    private static final String ENDING = ".mv.db";
    private static final int SET_ASIDE_MAX = 999;

    private final Path folder;
    private final String name;
    private final Path file;
    private final GoodsEdition edition;

    CatalogOpener(Path folder, String name) {
        this.folder = folder.toAbsolutePath();
        this.name = name;
        this.file = this.folder.resolve(name + ENDING);
        this.edition = GoodsEdition.markedIn(this.folder.resolve(name + ".edition"));
    }

    CatalogOpening open() {
        try {
            Files.createDirectories(folder);
            return Files.exists(file) ? openExisting() : new CatalogOpening.BegunEmpty(begun());
        } catch (IOException | SQLException | RuntimeException e) {
            return new CatalogOpening.FolderUnusable(Catalog.inMemory(), folder);
        }
    }

    private CatalogOpening openExisting() throws IOException, SQLException {
        try {
            Catalog catalog = readable();
            return catalog.count() == 0 ? new CatalogOpening.BegunEmpty(catalog) : new CatalogOpening.Opened(catalog);
        } catch (SQLException e) {
            return afterFailure(e.getErrorCode());
        } catch (RuntimeException | VirtualMachineError e) {
            // What H2 reads from a damaged file can break in its own code, or ask for more memory than there is.
            return afterFailure(0);
        }
    }

    private CatalogOpening afterFailure(int errorCode) throws IOException, SQLException {
        if (errorCode == ALREADY_OPEN) return new CatalogOpening.InUse(Catalog.inMemory(), file);
        boolean ours = Files.isReadable(file) && Files.isWritable(file) && Files.isWritable(folder);
        if (!ours) return new CatalogOpening.FolderUnusable(Catalog.inMemory(), folder);
        Path aside = setAside();
        return new CatalogOpening.DamagedSetAside(begun(), aside);
    }

    private Catalog begun() throws IOException, SQLException {
        edition.forget();
        return readable();
    }

    /** A catalogue whose first goods were read; a file that opens but cannot be read shows here and not at the till. */
    private Catalog readable() throws SQLException {
        Catalog catalog = Catalog.at("jdbc:h2:file:" + folder.resolve(name), edition);
        try {
            catalog.readSome();
            return catalog;
        } catch (SQLException | RuntimeException | VirtualMachineError e) {
            catalog.abandon();
            throw e;
        }
    }

    private Path setAside() throws IOException {
        for (int i = 1; i <= SET_ASIDE_MAX; i++) {
            Path aside = folder.resolve(name + "-damaged-" + i + ENDING);
            if (!Files.exists(aside)) return Files.move(file, aside);
        }
        throw new IOException("there are " + SET_ASIDE_MAX + " damaged files in " + folder + ": remove some");
    }
}
