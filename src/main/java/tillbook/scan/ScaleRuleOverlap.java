package tillbook.scan;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a scale rule meets something else that is scanned: the settings warn of it, nothing is forbidden. Immutable.
 */
public sealed interface ScaleRuleOverlap {
    ScaleRule rule();

    /** Some labels look like payment codes of this wallet: about one code in ten would have to be asked for. */
    record WithPayment(ScaleRule rule, Wallet wallet) implements ScaleRuleOverlap {}

    /** Both claim the same labels. */
    record WithRule(ScaleRule rule, ScaleRule other) implements ScaleRuleOverlap {}

    /** The shop's own plain goods begin with 20 and would be read as labels. */
    record WithInStoreGoods(ScaleRule rule) implements ScaleRuleOverlap {}

    /** The prefix belongs to makers' goods all over the world, which would be read as labels. */
    record WithMakersGoods(ScaleRule rule) implements ScaleRuleOverlap {}

    /** All overlaps of these rules, in their order. */
    static List<ScaleRuleOverlap> overlaps(List<ScaleRule> rules) {
        List<ScaleRuleOverlap> found = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            ScaleRule rule = rules.get(i);
            for (Wallet wallet : Wallet.values()) if (meets(rule, wallet)) found.add(new WithPayment(rule, wallet));
            for (ScaleRule other : rules.subList(0, i)) if (meet(rule, other)) found.add(new WithRule(rule, other));
            addGoods(found, rule);
        }
        return found;
    }

    private static boolean meets(ScaleRule rule, Wallet wallet) {
        // A prefix has two digits at least, which is all that wallets' forms look at.
        String label =
                rule.prefix() + "0".repeat(rule.form().length() - rule.prefix().length());
        return wallet.matches(label);
    }

    private static boolean meet(ScaleRule a, ScaleRule b) {
        return a.form().length() == b.form().length()
                && (a.prefix().startsWith(b.prefix()) || b.prefix().startsWith(a.prefix()));
    }

    private static void addGoods(List<ScaleRuleOverlap> found, ScaleRule rule) {
        if (rule.form().length() > 14) return;
        // GS1 leaves 02 and 20–29 to the shops (General Specifications, restricted circulation numbers).
        if (rule.prefix().startsWith("20")) found.add(new WithInStoreGoods(rule));
        else if (!rule.prefix().startsWith("2") && !rule.prefix().startsWith("02"))
            found.add(new WithMakersGoods(rule));
    }
}
