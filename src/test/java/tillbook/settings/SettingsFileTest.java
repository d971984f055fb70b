package tillbook.settings;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.LocalTime;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tillbook.care.Redaction;
import tillbook.money.Money;
import tillbook.payment.alipay.AlipayConfig;
import tillbook.scan.ScaleRule;
import tillbook.text.Texts;

class SettingsFileTest {
    private static String publicKey = "";
    private static String privateKey = "";

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeKeys() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        publicKey = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        privateKey = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    }

    @Test
    void nothingConfiguredIsPracticeModeWithUsualValues() {
        Settings settings = ready(practice().read());
        assertEquals(Mode.PRACTICE, settings.mode());
        assertFalse(settings.alipay().enabled());
        assertEquals(
                "openapi-sandbox.dl.alipaydev.com", settings.alipay().gateway().getHost());
        assertEquals(12_000, settings.alipay().answerTimeoutMs());
        assertEquals(Money.ofFen(1), settings.limits().minimum());
        assertEquals(LocalTime.of(4, 0), settings.day().businessDayStarts());
        assertEquals(new Settings.Window(false, 60, Settings.CustomerDisplay.OFF), settings.window());
        assertNull(settings.backup().folder());
        assertEquals("001", settings.shop().registerDigits());
    }

    @Test
    void everyValueArrivesWhereItBelongs() {
        Settings settings = ready(live().parse("""
                mode = "live"
                [shop]
                name = "明记面馆"
                branch = "东门店"
                register = 42
                cashier = "小王"
                currency = "CNY"
                [language]
                screen = "en"
                [alipay]
                enabled = true
                gateway = "https://openapi.alipay.com/gateway.do"
                app_id = "2021004112345678"
                charset = "utf-8"
                alipay_public_key = "%s"
                app_auth_token = "202408BBtoken"
                connect_timeout_ms = 2_500
                answer_timeout_ms = 11000
                query_every_ms = 4000
                confirm_within_ms = 90000
                trade_timeout_minutes = 3
                [limits]
                min_amount = 0.10
                max_amount = 3000
                ask_above = "500.50"
                [scale]
                rules = ["21IIIIIWWWWWC", "22IIIIIPPPPPC"]
                [backup]
                folder = "other"
                [day]
                business_day_starts = "05:30"
                """.formatted(publicKey)));
        assertEquals(new Settings.Shop("明记面馆", "东门店", 42, "小王"), settings.shop());
        assertEquals("042", settings.shop().registerDigits());
        assertEquals(Language.ENGLISH, settings.language());
        assertTrue(settings.alipay().enabled());
        assertNotNull(settings.alipay().publicKey());
        assertEquals("202408BBtoken", settings.alipay().appAuthToken());
        assertEquals(
                List.of(2500, 11000, 4000, 90000, 3),
                List.of(
                        settings.alipay().connectTimeoutMs(),
                        settings.alipay().answerTimeoutMs(),
                        settings.alipay().queryEveryMs(),
                        settings.alipay().confirmWithinMs(),
                        settings.alipay().tradeTimeoutMinutes()));
        assertEquals(new Settings.Limits(Money.ofFen(10), Money.ofFen(300000), Money.ofFen(50050)), settings.limits());
        assertEquals(List.of("21IIIIIWWWWWC", "22IIIIIPPPPPC"), settings.scale().rules());
        assertEquals(folder.resolve("other"), settings.backup().folder());
        assertEquals(LocalTime.of(5, 30), settings.day().businessDayStarts());
    }

    @Test
    void everyProblemIsReportedAtOnceInTheOrderOfTheFile() {
        List<Problem> problems = refused(live().parse("""
                mode = "live"
                [shop]
                name = ""
                register = 1000
                [alipay]
                enabled = true
                gateway = "http://pay.example.com/gateway.do"
                answer_timeout_ms = 31000
                alipay_public_key = "nowhere.pem"
                conect_timeout_ms = 3000
                [limits]
                max_amount = 20.001
                """));
        assertEquals(
                List.of(
                        "alipay.app_id REQUIRED 0",
                        "shop.name REQUIRED 3",
                        "shop.register OUT_OF_RANGE 4",
                        "alipay.gateway LINK_NOT_HTTPS 7",
                        "alipay.answer_timeout_ms OUT_OF_RANGE 8",
                        "alipay.alipay_public_key PUBLIC_KEY_FILE_MISSING 9",
                        "alipay.conect_timeout_ms UNKNOWN_FIELD_LIKE 10",
                        "limits.max_amount NOT_AN_AMOUNT 12"),
                problems.stream()
                        .map(p -> p.field() + " " + p.code() + " " + p.line())
                        .toList());
    }

    @Test
    void aMistypedNameIsRefusedWithTheNameThatWasMeant() {
        Problem problem = only(practice().parse("[limits]\nmax_ammount = \"5\"\n"));
        assertEquals(
                "line 2, column 1: limits.max_ammount: There is no setting of this name. Did you mean"
                        + " limits.max_amount? Correct the name to limits.max_amount, or remove the line.",
                problem.sentence(Locale.ENGLISH));
        assertTrue(problem.sentence(Locale.CHINA).startsWith("第 2 行第 1 列：limits.max_ammount：没有这个名称的设置项。"));
        assertEquals(
                List.of("limits"), only(practice().parse("[limit]\nx = 1\n")).args());
        assertEquals(
                Problem.Code.UNKNOWN_FIELD,
                only(practice().parse("weather = 1\n")).code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shop.register|0|OUT_OF_RANGE",
                "shop.register|'\"one\"'|NOT_A_NUMBER",
                "shop.register|[1]|WRONG_KIND",
                "shop.currency|'\"USD\"'|NOT_A_CHOICE",
                "shop.name|'\"a\\tb\"'|CONTROL_CHARACTER",
                "language.screen|'\"fr\"'|NOT_A_CHOICE",
                "window.theme|'\"blue\"'|NOT_A_CHOICE",
                "window.sound_volume|101|OUT_OF_RANGE",
                "window.customer_display|'\"perhaps\"'|NOT_A_CHOICE",
                "alipay.enabled|'\"yes\"'|NOT_A_FLAG",
                "alipay.gateway|'\"ftp://x.example\"'|NOT_A_LINK",
                "alipay.gateway|'\"https://user:word@x.example\"'|NOT_A_LINK",
                "alipay.gateway|'\"not a link\"'|NOT_A_LINK",
                "alipay.gateway|'\"https://x.example/gateway.do?charset=utf-8\"'|NOT_A_LINK",
                "alipay.gateway|'\"https://x.example:70000/gateway.do\"'|NOT_A_LINK",
                "alipay.gateway|'\"http://127.0.0.1.example.com/\"'|LINK_NOT_HTTPS",
                "alipay.app_id|'\"20 21\"'|NOT_DIGITS",
                "alipay.charset|'\"gbk\"'|NOT_A_CHOICE",
                "alipay.trade_timeout_minutes|6|OUT_OF_RANGE",
                "alipay.query_every_ms|999|OUT_OF_RANGE",
                "alipay.confirm_within_ms|9999|OUT_OF_RANGE",
                "limits.min_amount|0|AMOUNT_ZERO",
                "limits.min_amount|-1|NOT_AN_AMOUNT",
                "limits.min_amount|nan|NOT_AN_AMOUNT",
                "limits.max_amount|'\"1,000\"'|NOT_AN_AMOUNT",
                "scale.rules|'\"21IIIIIWWWWWC\"'|WRONG_KIND",
                "scale.rules|'[\"IIIII\"]'|NOT_A_SCALE_RULE",
                "scale.rules|'[\"2IIIIIIWWWWWC\"]'|NOT_A_SCALE_RULE",
                "scale.rules|'[\"21IIIIIWWWWWW\"]'|NOT_A_SCALE_RULE",
                "scale.rules|'[\"21IIWWWIIWWWC\"]'|NOT_A_SCALE_RULE",
                "day.business_day_starts|'\"25:00\"'|NOT_A_TIME",
                "day.business_day_starts|04:00:01|NOT_A_TIME",
            })
    void aValueOfTheWrongFormIsRefusedAtItsPlace(String name, String value, Problem.Code code) {
        Problem problem = only(practice().parse("# a remark\n" + name + " = " + value + "\n"));
        assertEquals(code, problem.code());
        assertEquals(name, problem.field());
        assertEquals(2, problem.line());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mode = 'practice|SYNTAX_UNFINISHED|1",
                "'[limits]\nmin_amount = 0.05 yuan'|SYNTAX_UNEXPECTED|2",
                "'[shop]\n[shop]'|NAME_TWICE|2",
                "shop = 3|WRONG_KIND|1",
                "'[[shop]]\nname = \"x\"'|WRONG_KIND|1"
            })
    void brokenTomlIsRefusedWithLineAndWords(String text, Problem.Code code, int line) {
        List<Problem> problems = refused(practice().parse(text));
        assertEquals(code, problems.getFirst().code());
        assertEquals(line, problems.getFirst().line());
    }

    @Test
    void limitsThatLeaveNoSaleAreRefused() {
        Problem problem = only(practice().parse("[limits]\nmin_amount = 20\nmax_amount = 10\n"));
        assertEquals(Problem.Code.LIMITS_CONTRADICT, problem.code());
        Settings settings = ready(practice().parse("[limits]\nmax_amount = 10\nask_above = 1000\n"));
        assertEquals(Money.ofFen(1000), settings.limits().askAbove(), "the question moves with a lowered maximum");
    }

    @Test
    void testGatewaysAndRealGatewaysStayInTheirOwnMode() {
        String real = "alipay.gateway = 'https://openapi.alipay.com/gateway.do'\n";
        String test = "alipay.gateway = 'https://openapi-sandbox.dl.alipaydev.com/gateway.do'\n";
        String enabled =
                "alipay.enabled = true\nalipay.app_id = '2021004112345678'\nshop.name = 'x'\nalipay.alipay_public_key = '"
                        + publicKey + "'\n";
        assertEquals(
                Problem.Code.TEST_GATEWAY_IN_LIVE,
                only(live().parse(enabled + test)).code());
        assertEquals(
                Problem.Code.LIVE_GATEWAY_IN_PRACTICE,
                only(practice().parse(enabled + real)).code());
        ready(live().parse(enabled + real));
        ready(practice().parse(enabled + test));
    }

    @Test
    void aGatewayOnThisMachineIsAllowedInLiveTradeAndSaidAloud() {
        String text =
                "alipay.enabled = true\nalipay.app_id = '2021004112345678'\nshop.name = 'x'\nalipay.alipay_public_key = '"
                        + publicKey + "'\nalipay.gateway = 'http://127.0.0.1:8080/gateway.do'\n";
        SettingsAnswer.Ready answer = assertInstanceOf(SettingsAnswer.Ready.class, live().parse(text));
        assertEquals(
                List.of(Problem.Code.LOCAL_GATEWAY_IN_LIVE),
                answer.warnings().stream().map(Problem::code).toList());
    }

    @Test
    void aFileInTheFolderOfTheOtherModeIsRefused() {
        assertEquals(
                Problem.Code.OTHER_MODE,
                only(practice().parse("mode = 'live'\n")).code());
        assertEquals(
                Problem.Code.OTHER_MODE,
                only(live().parse("mode = 'practice'\nshop.name = 'x'\n")).code());
    }

    @Test
    void thePublicKeyMayBeBase64OrPemOrAFileInTheDataFolder() throws IOException {
        String pem = "-----BEGIN PUBLIC KEY-----\n" + publicKey.replaceAll("(.{64})", "$1\n")
                + "\n-----END PUBLIC KEY-----\n";
        Files.writeString(folder.resolve("alipay.pem"), pem);
        for (String value : List.of("'" + publicKey + "'", "'''\n" + pem + "'''", "'alipay.pem'")) {
            Settings settings = ready(practice().parse("alipay.alipay_public_key = " + value + "\n"));
            var key = settings.alipay().publicKey();
            assertNotNull(key);
            assertEquals(publicKey, Base64.getEncoder().encodeToString(key.getEncoded()));
        }
    }

    @Test
    void aPrivateKeyInTheSettingsIsRefusedAndNeverRepeated() {
        Problem problem = only(practice().parse("alipay.alipay_public_key = '" + privateKey + "'\n"));
        assertEquals(Problem.Code.PRIVATE_KEY_IN_SETTINGS, problem.code());
        assertFalse(problem.toString().contains(privateKey.substring(40, 60)));
    }

    @Test
    void aShortKeyIsRefused() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        String shortKey = Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
        Problem problem = only(practice().parse("alipay.alipay_public_key = '" + shortKey + "'\n"));
        assertEquals(List.of("1024", "2048"), problem.args());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "21IIIIIWWWWWC",
                "26IIIIIXPPPPPC",
                "22IIIIPPPPPPPC",
                "211IIIIWWWWWPPPPPC",
                "IIIII",
                "21IIIIIC",
                "2IIIIIIWWWWWC"
            })
    void aTemplateIsTakenJustWhereTheScannerTakesIt(String template) {
        SettingsAnswer answer = practice().parse("scale.rules = ['" + template + "']\n");
        assertEquals(ScaleRule.isForm(template), answer instanceof SettingsAnswer.Ready, answer::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://openapi.alipay.com/gateway.do",
                "HTTPS://x.example/",
                "https://x.example:8443",
                "https://x.example/gateway.do?charset=utf-8",
                "https://x.example:70000/",
                "http://127.0.0.1:8080/gateway.do",
                "HTTP://LOCALHOST/",
                "http://[::1]/",
                "http://127.0.0.1.1/",
                "http://x.example/"
            })
    void anAddressIsTakenJustWhereTheWireTakesIt(String address) {
        SettingsAnswer answer = practice().parse("alipay.gateway = '" + address + "'\n");
        assertEquals(
                AlipayConfig.isGateway(URI.create(address)), answer instanceof SettingsAnswer.Ready, answer::toString);
    }

    @Test
    void aTokenIsKnownByHeartFromThenOn() {
        String token = "202611BBa1b2c3d4e5f6";
        ready(practice().parse("alipay.app_auth_token = '" + token + "'\n"));
        assertEquals("refused: " + Redaction.REMOVED, Redaction.clean("refused: " + token));
    }

    @Test
    void aLabelThatLooksLikeAPaymentCodeIsAWarning() {
        SettingsAnswer.Ready answer = assertInstanceOf(
                SettingsAnswer.Ready.class, practice().parse("scale.rules = ['26IIIIIWWWWWPPPPPC']\n"));
        assertEquals(
                List.of(Problem.Code.SCALE_RULE_LIKE_PAYMENT),
                answer.warnings().stream().map(Problem::code).toList());
    }

    @Test
    void aByteOrderMarkIsSkippedAndAForeignEncodingIsNamed() throws IOException {
        ready(practice().parse("\ufeffmode = 'practice'\n"));
        Files.write(folder.resolve("settings.toml"), "shop.name = '明记'\n".getBytes(Charset.forName("GBK")));
        assertEquals(Problem.Code.NOT_UTF8, only(practice().read()).code());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theDefaultFileSaysWhatNothingSays(Language language) throws IOException {
        SettingsFile file = practice();
        assertInstanceOf(SettingsFile.Change.Saved.class, file.writeDefault(language));
        String text = Files.readString(file.path());
        assertEquals(ready(practice().parse("language.screen = '" + language.tag() + "'")), ready(file.read()));
        for (Field field : Field.values()) {
            if (field == Field.SHOP_CURRENCY || field == Field.ALIPAY_CHARSET) continue;
            String comment = Texts.of("settings", language.locale()).text("field." + field.path());
            assertTrue(text.contains("# " + comment + "\n" + field.key() + " = "), field.path());
        }
    }

    @Test
    void theDefaultFileOfLiveTradeWantsOnlyTheShopsName() {
        SettingsFile.Change.Saved saved =
                assertInstanceOf(SettingsFile.Change.Saved.class, live().writeDefault(Language.CHINESE));
        assertEquals("shop.name", only(saved.now()).field());
    }

    @Test
    void aChangeTouchesItsOwnValueAndNothingElse() throws IOException {
        String before = """
                # 我的备注
                mode='practice'   # keep
                [alipay]  # Alipay = "here"
                  connect_timeout_ms   =   3_000 # 毫秒
                app_id = "2021\\"" \t# odd
                [limits]
                "max_amount" = '100' # 上限
                [scale]
                rules = [ "21IIIIIWWWWWC", # first ]
                  '22IIIIIPPPPPC',
                ] # end
                """;
        Files.writeString(folder.resolve("settings.toml"), before.replace("2021\\\"", "20210041"));
        SettingsFile file = practice();
        saved(file.set(Field.ALIPAY_CONNECT_TIMEOUT, "4000"));
        saved(file.set(Field.ALIPAY_APP_ID, "2021004112345678"));
        saved(file.set(Field.LIMITS_MAX, "250.50"));
        saved(file.set(Field.SCALE_RULES, "23IIIIIWWWWWC"));
        saved(file.set(Field.SHOP_NAME, "面\"馆\\"));
        saved(file.set(Field.LIMITS_MIN, "1"));
        assertEquals("""
                # 我的备注
                mode='practice'   # keep
                [alipay]  # Alipay = "here"
                  connect_timeout_ms   =   4000 # 毫秒
                app_id = "2021004112345678" \t# odd
                [limits]
                min_amount = "1"
                "max_amount" = "250.50" # 上限
                [scale]
                rules = ["23IIIIIWWWWWC"] # end

                [shop]
                name = "面\\"馆\\\\"
                """, Files.readString(file.path()));
        assertEquals("面\"馆\\", ready(file.read()).shop().name());
    }

    @Test
    void aFileOfWindowsAndOneWithoutAnEndKeepTheirForm() throws IOException {
        Files.writeString(folder.resolve("settings.toml"), "[shop]\r\nname = 'a'\r\n[limits]");
        saved(practice().set(Field.SHOP_BRANCH, "b"));
        saved(practice().set(Field.LIMITS_MAX, "7"));
        saved(practice().set(Field.LANGUAGE, "en"));
        assertEquals(
                "[shop]\r\nbranch = \"b\"\r\nname = 'a'\r\n[limits]\r\nmax_amount = \"7\"\r\n\r\n[language]\r\nscreen = \"en\"\r\n",
                Files.readString(folder.resolve("settings.toml")));
    }

    @Test
    void dottedAndInlineTablesAreEditedOrLeftToAPersonButNeverBroken() throws IOException {
        Path path = folder.resolve("settings.toml");
        Files.writeString(path, "shop.name = 'a' # dotted\nlimits = { min_amount = '1', max_amount = '9' }\n");
        saved(practice().set(Field.SHOP_BRANCH, "b"));
        saved(practice().set(Field.LIMITS_MIN, "2"));
        assertEquals(
                "shop.name = 'a' # dotted\nshop.branch = \"b\"\nlimits = { min_amount = \"2\", max_amount = '9' }\n",
                Files.readString(path));
        SettingsFile.Change change = practice().set(Field.LIMITS_ASK, "3");
        List<Problem> problems =
                assertInstanceOf(SettingsFile.Change.Refused.class, change).problems();
        assertEquals(Problem.Code.NOT_EDITABLE, problems.getFirst().code());
    }

    @Test
    void aWrongValueIsRefusedAndTheFileStaysAsItWas() throws IOException {
        SettingsFile file = practice();
        saved(file.writeDefault(Language.ENGLISH));
        byte[] before = Files.readAllBytes(file.path());
        for (String value : List.of("6000.001", "", "five")) {
            var refused = assertInstanceOf(SettingsFile.Change.Refused.class, file.set(Field.LIMITS_MAX, value));
            assertEquals("limits.max_amount", refused.problems().getFirst().field());
        }
        var refused =
                assertInstanceOf(SettingsFile.Change.Refused.class, file.set(Field.ALIPAY_CONNECT_TIMEOUT, "1] x"));
        assertEquals(Problem.Code.NOT_A_NUMBER, refused.problems().getFirst().code());
        assertTrue(java.util.Arrays.equals(before, Files.readAllBytes(file.path())));
    }

    @Test
    void aFileWithTwoFaultsIsRepairedOneByOne() throws IOException {
        Files.writeString(folder.resolve("settings.toml"), "shop.register = 0\nlimits.max_amount = 'x'\n");
        SettingsFile.Change.Saved first = saved(practice().set(Field.SHOP_REGISTER, "7"));
        assertEquals("limits.max_amount", only(first.now()).field());
        SettingsFile.Change.Saved second = saved(practice().set(Field.LIMITS_MAX, "7"));
        assertEquals(7, ready(second.now()).shop().register());
    }

    @Test
    void whatHoldsOnlyTogetherIsSetTogether() {
        SettingsFile file = practice();
        assertInstanceOf(SettingsFile.Change.Refused.class, file.set(Field.ALIPAY_ENABLED, "true"));
        SettingsFile.Change.Saved change = saved(file.change(Map.of(
                Field.ALIPAY_ENABLED, "true",
                Field.ALIPAY_APP_ID, "2021004112345678",
                Field.ALIPAY_PUBLIC_KEY, publicKey)));
        assertTrue(ready(change.now()).alipay().enabled());
    }

    @Test
    void theFileBeforeIsKeptAndOnlyItsOwnerReadsEither() throws IOException {
        SettingsFile file = practice();
        saved(file.writeDefault(Language.ENGLISH));
        String before = Files.readString(file.path());
        saved(file.set(Field.SHOP_NAME, "x"));
        Path kept = folder.resolve("settings.toml.bak");
        assertEquals(before, Files.readString(kept));
        if (!SafeFile.hasPermissions(folder)) return;
        assertAll(
                () -> assertEquals(
                        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path()))),
                () -> assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept))));
    }

    @Test
    void aDiskThatCannotBeWrittenIsAnAnswer() {
        SettingsFile file = new SettingsFile(folder.resolve("missing").resolve("settings.toml"), Mode.PRACTICE);
        var refused = assertInstanceOf(SettingsFile.Change.Refused.class, file.set(Field.SHOP_NAME, "x"));
        assertEquals(Problem.Code.NOT_WRITTEN, refused.problems().getFirst().code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyProblemAndFieldHasItsWords(String tag) {
        Texts texts = Texts.of("settings", Locale.forLanguageTag(tag));
        for (Problem.Code code : Problem.Code.values()) {
            assertTrue(texts.has("problem." + code) && texts.has("remedy." + code), code.toString());
        }
        for (FolderProblem.Code code : FolderProblem.Code.values()) {
            assertTrue(texts.has("folder." + code) && texts.has("folder.remedy." + code), code.toString());
        }
    }

    @Test
    void theSettingsNeverPrintTheToken() {
        Settings settings = ready(practice().parse("alipay.app_auth_token = 'verysecret'\n"));
        assertFalse(settings.toString().contains("verysecret"));
    }

    @Test
    void aSecretThatLostItsQuotationMarksIsNotRepeated() {
        List<Problem> problems = refused(practice().parse("alipay.app_auth_token = 'a' verysecretverysecret\n"));
        assertFalse(problems.toString().contains("verysecret"), problems.toString());
    }

    private SettingsFile practice() {
        return new SettingsFile(folder.resolve("settings.toml"), Mode.PRACTICE);
    }

    private SettingsFile live() {
        return new SettingsFile(folder.resolve("settings.toml"), Mode.LIVE);
    }

    private static Settings ready(SettingsAnswer answer) {
        return assertInstanceOf(SettingsAnswer.Ready.class, answer, answer::toString)
                .settings();
    }

    private static List<Problem> refused(SettingsAnswer answer) {
        return assertInstanceOf(SettingsAnswer.Refused.class, answer, answer::toString)
                .problems();
    }

    private static Problem only(SettingsAnswer answer) {
        List<Problem> problems = refused(answer);
        assertEquals(1, problems.size(), problems.toString());
        return problems.getFirst();
    }

    private static SettingsFile.Change.Saved saved(SettingsFile.Change change) {
        return assertInstanceOf(SettingsFile.Change.Saved.class, change, change::toString);
    }
}
