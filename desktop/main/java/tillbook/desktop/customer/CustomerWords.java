package tillbook.desktop.customer;

import java.util.Locale;
import tillbook.desktop.customer.CustomerModel.Both;
import tillbook.text.Texts;

/** The customer's sentences: the shop's language first, the other one beneath it. Immutable. */
final class CustomerWords {
    private static final String ROOM = "desktop.customer";

    private final Texts first;
    private final Texts second;

    CustomerWords(Locale language) {
        boolean chinese = language.getLanguage().equals("zh");
        this.first = Texts.of(ROOM, language);
        this.second = Texts.of(ROOM, chinese ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    }

    Both both(String key, Object... args) {
        return new Both(first.text(key, args), second.text(key, args));
    }
}
