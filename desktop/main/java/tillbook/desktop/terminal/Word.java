package tillbook.desktop.terminal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words the terminal knows; a line that begins with none of them is a scan. */
enum Word {
    CASH("cash", "现金"),
    QUANTITY("qty", "数量"),
    PRICE("price", "改价"),
    DISCOUNT("discount", "折扣"),
    VOID("void", "删行"),
    DROP("drop", "清空"),
    ADD("add", "加", "商品"),
    STOP("stop", "停止"),
    ALLOW("allow", "放行"),
    YES("yes", "确认", "是"),
    NO("no", "否"),
    HOLD("hold", "挂单"),
    RECALL("recall", "取单"),
    RESUME("resume", "续单"),
    ABANDON("abandon", "弃单"),
    STATUS("status", "状态"),
    OPEN("open", "未完"),
    RECEIPT("receipt", "小票"),
    PRINT("print", "打印", "reprint", "重打印"),
    PRINTED("printed", "已出票"),
    NOT_PRINTED("unprinted", "未出票"),
    TEST_PAGE("testpage", "测试页"),
    GIVEN("given", "已给"),
    WAIVE("waive", "不要"),
    SETTLE("settle", "了结"),
    FIND("find", "查找"),
    WAIT("wait", "等待"),
    CASHIER("cashier", "收银员"),
    TROUBLE("trouble", "故障"),
    LANGUAGE("lang", "语言"),
    HELP("help", "帮助", "?"),
    QUIT("quit", "退出", "exit");

    private static final Map<String, Word> BY_NAME = new HashMap<>();

    static {
        for (Word word : values()) {
            for (String name : word.names()) BY_NAME.put(name, word);
        }
    }

    private final String names;

    Word(String... names) {
        this.names = String.join(" ", names);
    }

    /** English first, then Chinese, then others. */
    List<String> names() {
        return List.of(names.split(" "));
    }

    /** The word as typed in any of its names. */
    static Optional<Word> of(String typed) {
        return Optional.ofNullable(BY_NAME.get(typed.toLowerCase(Locale.ROOT)));
    }
}
