package tillbook.desktop.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.payment.practice.PracticeKeys;

class LiveTradeTest {
    @TempDir
    private Path home;

    @Test
    void aShopThatWasSetUpSellsInItsOwnNameAndLanguage() throws IOException {
        Path keys = home.resolve("keys");
        try (LiveShop shop = LiveShop.open(home, appKey(keys), providerKey(keys), PracticeKeys.in(keys));
                Program register = shop.register()) {
            register.await("Tillbook is ready");
            register.type(LiveShop.GOODS, "281234567890123456");
            register.await("PAID  ￥12.80  Alipay");
            register.await("Corner shop");
            assertEquals(ExitCode.DONE, register.quit());
            assertEquals(1, shop.provider().book().size());
        }
    }

    @Test
    void withAWrongProviderKeyNobodyIsAskedForMoneyAndCashWorks() throws IOException {
        Path keys = home.resolve("keys");
        Path others = home.resolve("others");
        PracticeKeys.in(others);
        try (LiveShop shop = LiveShop.open(home, appKey(keys), providerKey(others), PracticeKeys.in(keys));
                Program register = shop.register()) {
            register.await("Tillbook is ready");
            register.type(LiveShop.GOODS, "281234567890123456");
            register.await("PAY-KEY");
            assertEquals(List.of(), shop.provider().book());
            register.type("wait 30");
            register.await("No payment is under way");
            register.type("cash 20");
            register.await("PAID  ￥12.80 in cash");
            assertEquals(ExitCode.DONE, register.quit());
            assertEquals(List.of(), shop.provider().book());
        }
    }

    @Test
    void practiceKeysAreRefusedInLiveTrade() throws IOException {
        try (Program practice = Program.start(home, java.util.Map.of(), "--practice")) {
            practice.await("Tillbook is ready");
            practice.quit();
        }
        Path keys = home.resolve("data/practice/practice-keys");
        try (LiveShop shop = LiveShop.open(home, appKey(keys), providerKey(keys), PracticeKeys.in(keys));
                Program register = shop.register()) {
            assertEquals(ExitCode.BROKEN, register.exit());
            assertTrue(register.toString().contains("keys.p12"), register::toString);
        }
    }

    @Test
    void practiceAndLiveShareNothing() throws IOException {
        Path keys = home.resolve("keys");
        try (LiveShop shop = LiveShop.open(home, appKey(keys), providerKey(keys), PracticeKeys.in(keys));
                Program live = shop.register();
                Program practice = Program.start(home, java.util.Map.of(), "--practice", "--lang", "en")) {
            live.await("Tillbook is ready");
            practice.await("Tillbook is ready");
            live.type(LiveShop.GOODS, "281234567890123456");
            live.await("PAID");
            practice.type("open");
            practice.await("Vouchers owed: 0");
            assertEquals(ExitCode.DONE, live.quit());
            assertEquals(ExitCode.DONE, practice.quit());
        }
        assertTrue(
                Program.run(home, ExitCode.NO, "journal", "find", "--practice").contains("Nothing found"));
        assertTrue(Program.run(home, ExitCode.DONE, "journal", "find").contains("Tea"));
    }

    private static Path appKey(Path keys) throws IOException {
        PracticeKeys.in(keys);
        return keys.resolve("register-private.pem");
    }

    private static Path providerKey(Path keys) {
        assertTrue(Files.exists(keys.resolve("provider-public.pem")));
        return keys.resolve("provider-public.pem");
    }
}
