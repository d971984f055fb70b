package tillbook.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.settings.SettingsWizard.Outcome;
import tillbook.settings.SettingsWizard.Question;
import tillbook.settings.SettingsWizard.Step;
import tillbook.text.Texts;

class SettingsWizardTest {
    @TempDir
    private Path place;

    @Test
    void aShopWithoutAProviderIsAskedNothingAboutOneAndItsAnswersHold() {
        SettingsWizard wizard = begin(Mode.LIVE);
        for (String reply : List.of("中文", "明记面馆", "", "7", "小王", "否", "800", "")) wizard = next(wizard.reply(reply));
        Outcome outcome = wizard.outcome().orElseThrow();
        assertNull(outcome.privateKey());
        assertTrue(!outcome.newKey() && !outcome.values().containsKey(Field.ALIPAY_APP_ID));
        Settings settings = saved(outcome, Mode.LIVE);
        assertEquals(new Settings.Shop("明记面馆", "", 7, "小王"), settings.shop());
        assertEquals("800.00", settings.limits().maximum().yuan());
    }

    @Test
    void aShopWithAlipayEndsWithSettingsThatHold() throws NoSuchAlgorithmException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String key = Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
        Path file = Files.writeString(place.resolve("app.pem"), "x");
        SettingsWizard wizard = begin(Mode.LIVE);
        for (String reply :
                List.of("en", "Ming", "", "", "", "yes", "2021004112345678", key, file.toString(), "", "")) {
            wizard = next(wizard.reply(reply));
        }
        Outcome outcome = wizard.outcome().orElseThrow();
        assertEquals(file, outcome.privateKey());
        Settings settings = saved(outcome, Mode.LIVE);
        assertTrue(settings.alipay().enabled());
        assertEquals(Language.ENGLISH, settings.language());
    }

    @Test
    void aWrongReplyIsAskedAgainWithItsReason() {
        SettingsWizard wizard = begin(Mode.LIVE);
        assertEquals(Problem.Code.NOT_A_CHOICE, again(wizard.reply("fr")));
        wizard = next(wizard.reply(""));
        assertEquals(Problem.Code.REQUIRED, again(wizard.reply("  ")));
        wizard = next(next(wizard.reply("Ming")).reply(""));
        assertEquals(Question.REGISTER, wizard.question().orElseThrow());
        assertEquals(Problem.Code.OUT_OF_RANGE, again(wizard.reply("1000")));
        wizard = next(next(wizard.reply("")).reply(""));
        assertEquals(Problem.Code.NOT_A_FLAG, again(wizard.reply("perhaps")));
        wizard = next(wizard.reply("y"));
        assertEquals(Problem.Code.REQUIRED, again(wizard.reply("")));
        assertEquals(Problem.Code.NOT_DIGITS, again(wizard.reply("20 21")));
        wizard = next(wizard.reply("2021004112345678"));
        assertEquals(Problem.Code.PUBLIC_KEY_FILE_MISSING, again(wizard.reply("nothing.pem")));
    }

    @Test
    void oneQuestionBackForgetsOneAnswerAndAtTheFirstNothing() {
        SettingsWizard wizard = next(next(begin(Mode.PRACTICE).reply("en")).reply("Ming"));
        assertEquals(Question.SHOP_NAME, wizard.back().question().orElseThrow());
        assertEquals(Question.LANGUAGE, wizard.back().back().back().question().orElseThrow());
        assertTrue(wizard.outcome().isEmpty());
    }

    @Test
    void everyQuestionHasItsWords() {
        for (Question question : Question.values()) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINA))
                assertTrue(Texts.of("settings", locale).has("ask." + question), question.toString());
        }
    }

    private SettingsWizard begin(Mode mode) {
        return SettingsWizard.begin(new DataFolder(place, mode));
    }

    private Settings saved(Outcome outcome, Mode mode) {
        SettingsFile file = new SettingsFile(place.resolve("settings.toml"), mode);
        var saved = assertInstanceOf(SettingsFile.Change.Saved.class, file.change(outcome.values()), outcome::toString);
        return assertInstanceOf(SettingsAnswer.Ready.class, saved.now()).settings();
    }

    private static SettingsWizard next(Step step) {
        return assertInstanceOf(Step.Next.class, step, step::toString).wizard();
    }

    private static Problem.Code again(Step step) {
        return assertInstanceOf(Step.Again.class, step).problem().code();
    }
}
