package tillbook.catalog;

import java.nio.file.Path;

/**
 * How the goods were found when the program started. Each answer carries a catalogue that works: without goods the
 * register still sells by typed price, and no money or voucher depends on them. Immutable.
 */
public sealed interface CatalogOpening {
    /** The catalogue to work with; the caller closes it. */
    Catalog catalog();

    /** As it should be. */
    record Opened(Catalog catalog) implements CatalogOpening {}

    /** There were no goods: a new shop, or the file is missing. Import a file of goods. */
    record BegunEmpty(Catalog catalog) implements CatalogOpening {}

    /**
     * The file was damaged and stands aside under another name; the catalogue is empty. Import the file of goods again.
     *
     * @param damagedFile where the damaged file is now
     */
    record DamagedSetAside(Catalog catalog, Path damagedFile) implements CatalogOpening {}

    /** The file is held by another program and was left alone; the catalogue is empty and lives in memory. */
    record InUse(Catalog catalog, Path file) implements CatalogOpening {}

    /** The folder cannot be used (rights, disk full); the catalogue is empty and lives in memory. */
    record FolderUnusable(Catalog catalog, Path folder) implements CatalogOpening {}
}
