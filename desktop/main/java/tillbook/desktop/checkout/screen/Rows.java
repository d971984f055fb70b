package tillbook.desktop.checkout.screen;

import java.util.List;
import javafx.collections.ObservableList;

/** Changes of the rows on the left. Whoever draws them draws what changed, so no row is touched that stays as it is. */
final class Rows {
    private Rows() {}

    /** Makes {@code shown} equal to {@code now} by changing only what lies between the rows that both begin and end with. */
    static <T> void become(ObservableList<T> shown, List<T> now) {
        int alike = Math.min(shown.size(), now.size());
        int head = 0;
        while (head < alike && shown.get(head).equals(now.get(head))) head++;
        int tail = 0;
        while (tail < alike - head && fromEnd(shown, tail).equals(fromEnd(now, tail))) tail++;
        int until = shown.size() - tail;
        List<T> fresh = now.subList(head, now.size() - tail);
        int replaced = Math.min(until - head, fresh.size());
        for (int i = 0; i < replaced; i++) shown.set(head + i, fresh.get(i));
        if (until - head > replaced) shown.remove(head + replaced, until);
        else if (fresh.size() > replaced) shown.addAll(head + replaced, fresh.subList(replaced, fresh.size()));
    }

    private static <T> T fromEnd(List<T> list, int place) {
        return list.get(list.size() - 1 - place);
    }
}
