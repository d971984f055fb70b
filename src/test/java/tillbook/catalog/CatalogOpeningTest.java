package tillbook.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tillbook.money.Money;

class CatalogOpeningTest {
    private static final Good MILK = Good.ofPiece("2000000000022", "纯牛奶 250ml", Money.parseYuan("3.50"));

    @TempDir
    Path data;

    @Test
    void goodsAreThereAgainAfterAnOrderlyEnd() {
        try (Catalog catalog = begin()) {
            catalog.put(MILK);
        }
        assertTrue(Files.exists(file()));
        CatalogOpening again = Catalog.open(data);
        try (Catalog catalog =
                assertInstanceOf(CatalogOpening.Opened.class, again).catalog()) {
            assertEquals(Optional.of(MILK), catalog.find(MILK.code()));
        }
    }

    @Test
    void closingTwiceIsNoHarm() {
        Catalog catalog = begin();
        catalog.close();
        catalog.close();
        assertTrue(Files.exists(file()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"noise", "shortened", "empty", "text", "middle"})
    void aDamagedFileIsSetAsideAndTheShopBeginsEmpty(String damage) throws IOException {
        try (Catalog catalog = begin()) {
            catalog.importCsv(PracticeGoods.source());
        }
        byte[] damaged = damaged(Files.readAllBytes(file()), damage);
        Files.write(file(), damaged);

        CatalogOpening opening = Catalog.open(data);
        try (Catalog catalog = opening.catalog()) {
            CatalogOpening.DamagedSetAside aside =
                    assertInstanceOf(CatalogOpening.DamagedSetAside.class, opening, damage);
            assertTrue(Files.size(aside.damagedFile()) > 0);
            assertEquals(0, catalog.count());
            assertInstanceOf(ImportAnswer.Imported.class, catalog.importCsv(PracticeGoods.source()));
        }
        try (Catalog catalog = Catalog.open(data).catalog()) {
            assertEquals(62, catalog.count());
        }
    }

    @Test
    void aSecondDamagedFileDoesNotReplaceTheFirst() throws IOException {
        for (int i = 1; i <= 2; i++) {
            begin().close();
            Files.writeString(file(), "damage " + i);
            CatalogOpening opening = Catalog.open(data);
            opening.catalog().close();
            Path aside = assertInstanceOf(CatalogOpening.DamagedSetAside.class, opening)
                    .damagedFile();
            assertEquals("damage " + i, Files.readString(aside));
            Files.delete(file());
        }
    }

    @Test
    void aFileHeldByAnotherProgramIsLeftAlone() throws IOException {
        begin().close();
        byte[] before = Files.readAllBytes(file());
        try (FileChannel other = FileChannel.open(file(), StandardOpenOption.WRITE);
                FileLock lock = other.lock()) {
            CatalogOpening opening = Catalog.open(data);
            try (Catalog catalog =
                    assertInstanceOf(CatalogOpening.InUse.class, opening).catalog()) {
                catalog.put(MILK);
                assertEquals(Optional.of(MILK), catalog.find(MILK.code()));
            }
            assertTrue(lock.isValid());
        }
        assertArrayEquals(before, Files.readAllBytes(file()));
    }

    @Test
    void aFolderThatCannotBeMadeLeavesACatalogueInMemory() throws IOException {
        Files.writeString(data.resolve("catalog"), "a file stands where the folder should be");
        CatalogOpening opening = Catalog.open(data);
        try (Catalog catalog =
                assertInstanceOf(CatalogOpening.FolderUnusable.class, opening).catalog()) {
            catalog.put(MILK);
            assertEquals(1, catalog.count());
        }
    }

    @Test
    void aDatabaseOfSomethingElseIsNotTakenForGoods() throws Exception {
        Files.createDirectories(file().getParent());
        String url = "jdbc:h2:file:" + data.resolve("catalog").resolve("goods");
        try (var connection = java.sql.DriverManager.getConnection(url, "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE goods (id INT)");
        }
        CatalogOpening opening = Catalog.open(data);
        opening.catalog().close();
        assertInstanceOf(CatalogOpening.DamagedSetAside.class, opening);
    }

    @Test
    void anOlderStateOfTheGoodsDoesNotPassForTheLatest() throws IOException {
        begin().close();
        byte[] older = Files.readAllBytes(file());
        try (Catalog catalog = begin()) {
            catalog.put(MILK);
        }
        Files.write(file(), older);
        CatalogOpening opening = Catalog.open(data);
        opening.catalog().close();
        assertInstanceOf(CatalogOpening.DamagedSetAside.class, opening);
    }

    @Test
    void aShopWithoutGoodsIsAskedToImportThem() throws IOException {
        begin().close();
        CatalogOpening opening = Catalog.open(data);
        opening.catalog().close();
        assertInstanceOf(CatalogOpening.BegunEmpty.class, opening);
    }

    @Test
    void aRemovedFileIsANewBeginning() throws IOException {
        try (Catalog catalog = begin()) {
            catalog.put(MILK);
        }
        Files.delete(file());
        CatalogOpening opening = Catalog.open(data);
        opening.catalog().close();
        assertInstanceOf(CatalogOpening.BegunEmpty.class, opening);
    }

    private Catalog begin() {
        CatalogOpening opening = Catalog.open(data);
        assertFalse(opening instanceof CatalogOpening.DamagedSetAside);
        return opening.catalog();
    }

    private Path file() {
        return data.resolve("catalog").resolve("goods.mv.db");
    }

    private static byte[] damaged(byte[] bytes, String damage) {
        byte[] copy = bytes.clone();
        switch (damage) {
            case "noise" -> Arrays.fill(copy, (byte) 0x5a);
            case "shortened" -> copy = Arrays.copyOf(copy, copy.length / 3);
            case "empty" -> copy = "\0".repeat(100).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            case "text" -> copy = "not a database".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            default -> Arrays.fill(copy, copy.length / 4, copy.length * 3 / 4, (byte) 0);
        }
        return copy;
    }
}
