package tillbook.desktop.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import tillbook.payment.practice.PracticeKeys;
import tillbook.payment.practice.PracticeOptions;
import tillbook.payment.practice.PracticeProvider;
import tillbook.payment.practice.PracticeTime;

/**
 * A shop set up for live trade as a person would do it, with goods and a provider of its own on this machine. One thread
 * uses it.
 */
final class LiveShop implements AutoCloseable {
    static final String GOODS = "2000000000015";

    private final Path home;
    private final PracticeProvider provider;

    private LiveShop(Path home, PracticeProvider provider) {
        this.home = home;
        this.provider = provider;
    }

    /**
     * Sets it up.
     *
     * @param appKey file of the private key that is taken in
     * @param providerKey file of the public key that stands in the settings
     * @param keys those the provider really has
     */
    static LiveShop open(Path home, Path appKey, Path providerKey, PracticeKeys keys) throws IOException {
        PracticeProvider provider = PracticeProvider.start(new PracticeOptions(
                0,
                Optional.empty(),
                keys.register().getPublic(),
                keys.provider().getPrivate(),
                PracticeTime.real(Clock.systemUTC())));
        LiveShop shop = new LiveShop(home, provider);
        shop.setUp(appKey, providerKey);
        return shop;
    }

    private void setUp(Path appKey, Path providerKey) throws IOException {
        try (Program init = Program.start(home, java.util.Map.of(), "settings", "init", "--lang", "en")) {
            init.type("en", "Corner shop", "", "7", "Wang", "yes", "2021000000000001");
            init.type(providerKey.toString(), appKey.toString(), "500", "");
            if (init.exit() != ExitCode.DONE) throw new AssertionError(init.toString());
        }
        Path settings = home.resolve("data/live/settings.toml");
        String text = Files.readString(settings);
        Files.writeString(settings, text.replaceAll("gateway = \".*\"", "gateway = \"" + provider.uri() + "\""));
        Path goods = home.resolve("goods.csv");
        Files.writeString(goods, "code,name,price\n" + GOODS + ",Tea,12.80\n");
        Program.run(home, ExitCode.DONE, "goods", "import", goods.toString(), "--live");
    }

    Program register() {
        return Program.start(home, java.util.Map.of(), "--live");
    }

    PracticeProvider provider() {
        return provider;
    }

    @Override
    public void close() throws IOException {
        provider.close();
    }
}
