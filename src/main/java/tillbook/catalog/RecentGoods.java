package tillbook.catalog;

import java.util.LinkedHashMap;
import java.util.Map;

/** The goods asked for last, by the code that was asked. Guarded by the lock of its catalogue. */
final class RecentGoods extends LinkedHashMap<String, Good> {
    private static final int GOODS_MAX = 512;
    private static final float LOAD = 0.75f;

    RecentGoods() {
        super(GOODS_MAX, LOAD, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Good> eldest) {
        return size() > GOODS_MAX;
    }
}
