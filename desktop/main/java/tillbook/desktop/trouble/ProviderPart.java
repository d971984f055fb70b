package tillbook.desktop.trouble;

import java.util.List;
import tillbook.payment.practice.PracticeProvider;
import tillbook.payment.practice.TroubleRule;

/** A misbehaviour of the practice provider's that lasts. */
final class ProviderPart implements Part {
    private final PracticeProvider provider;
    private final List<TroubleRule> rules;
    private boolean on;

    ProviderPart(PracticeProvider provider, List<TroubleRule> rules) {
        this.provider = provider;
        this.rules = rules;
    }

    @Override
    public boolean isOn() {
        return on;
    }

    @Override
    public void begin() {
        if (!on) rules.forEach(provider::trouble);
        on = true;
    }

    @Override
    public void end() {
        if (on) rules.forEach(provider::end);
        on = false;
    }
}
