package tillbook.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tillbook.catalog.Gtin;

/** A file of goods with as many different names as there are goods, Chinese as in a shop. Immutable. */
public record GoodsList(int size) {
    private static final String[] BRANDS = {
        "伊利", "蒙牛", "光明", "农夫", "康师傅", "统一", "海天", "李锦记", "金龙鱼", "福临门",
        "三只松鼠", "良品铺子", "旺旺", "达利园", "好丽友", "奥利奥", "乐事", "上好佳", "洽洽", "双汇",
        "雨润", "思念", "湾仔", "安井", "雀巢", "可口可乐", "百事", "青岛", "雪花", "燕京",
        "蓝月亮", "立白", "威猛", "心相印", "维达", "清风", "高露洁", "云南白药", "舒肤佳", "六神",
        "大宝", "南孚", "公牛", "得力", "晨光", "张裕", "王致和", "老干妈", "涪陵", "太太乐"
    };
    private static final String[] KINDS = {
        "纯牛奶", "酸奶", "矿泉水", "绿茶", "方便面", "酱油", "蚝油", "花生油", "大米", "坚果",
        "雪饼", "面包", "派", "饼干", "薯片", "虾条", "瓜子", "火腿肠", "腊肠", "水饺",
        "汤圆", "鱼丸", "咖啡", "可乐", "雪碧", "啤酒", "洗衣液", "洗洁精", "洁厕灵", "抽纸",
        "卷纸", "湿巾", "牙膏", "牙刷", "香皂", "花露水", "面霜", "电池", "插座", "笔记本",
        "中性笔", "红酒", "腐乳", "辣酱", "榨菜", "鸡精", "白糖", "食盐", "陈醋", "料酒",
        "豆浆", "燕麦", "麦片", "蜂蜜", "果冻", "海苔", "话梅", "口香糖", "巧克力", "冰淇淋"
    };
    private static final String[] TASTES = {
        "原味", "草莓", "香橙", "柠檬", "葡萄", "苹果", "蜜桃", "芒果", "椰子", "红枣",
        "麻辣", "香辣", "五香", "番茄", "烧烤", "海鲜", "抹茶", "香草", "薄荷", "无糖"
    };

    /** Its names are all different up to 50 · 60 · 20 · 17 goods. */
    public static final int SIZE_MAX = 1_020_000;

    /** What stands on the goods of this number, from 0. */
    public String code(int index) {
        return Gtin.withCheckDigit("69" + (1_000_000_000L + index));
    }

    /** What the goods of this number are called. */
    public String name(int index) {
        int taste = index / (BRANDS.length * KINDS.length);
        return BRANDS[index % BRANDS.length]
                + KINDS[index / BRANDS.length % KINDS.length]
                + TASTES[taste % TASTES.length]
                + " " + (1 + taste / TASTES.length) + "00g";
    }

    /** Writes the file that a shop would import. */
    public Path write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("条码,名称,售价,单位\n");
            for (int i = 0; i < size; i++) {
                out.write(code(i) + "," + name(i) + "," + (1 + i % 99) + ".50,件\n");
            }
        }
        return file;
    }
}
