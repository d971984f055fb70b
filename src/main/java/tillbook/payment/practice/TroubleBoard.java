package tillbook.payment.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The troubles that are switched on, first come first served. Safe from any thread. */
final class TroubleBoard {
    private static final int RULES_MAX = 100;

    private final List<TroubleRule> rules = new ArrayList<>();

    synchronized void add(TroubleRule rule) {
        if (rules.size() == RULES_MAX) throw new IllegalArgumentException("100 troubles are enough; switch some off");
        rules.add(rule);
    }

    synchronized void clear() {
        rules.clear();
    }

    /** Leaves those that last until they are taken away. */
    synchronized void clearCounted() {
        rules.removeIf(rule -> rule.times() != TroubleRule.ALWAYS);
    }

    /** Takes away one that was added, if it is still there. */
    synchronized void remove(TroubleRule rule) {
        rules.remove(rule);
    }

    synchronized List<TroubleRule> active() {
        return List.copyOf(rules);
    }

    /** The next trouble of a kind that befalls this call, counted down. */
    synchronized <T extends Trouble> Optional<T> take(Call call, Class<T> kind) {
        for (int i = 0; i < rules.size(); i++) {
            TroubleRule rule = rules.get(i);
            if (rule.calls().contains(call) && kind.isInstance(rule.trouble())) {
                countDown(i, rule);
                return Optional.of(kind.cast(rule.trouble()));
            }
        }
        return Optional.empty();
    }

    private void countDown(int i, TroubleRule rule) {
        if (rule.times() == TroubleRule.ALWAYS) return;
        if (rule.times() == 1) rules.remove(i);
        else rules.set(i, new TroubleRule(rule.trouble(), rule.calls(), rule.times() - 1));
    }
}
