package tillbook.desktop.fx;

/** The colours of the screen. */
public enum Look {
    LIGHT,
    DARK;

    /** The word in the settings: {@code light} or {@code dark}. */
    public String word() {
        return this == DARK ? "dark" : "light";
    }

    /** The other one. */
    public Look other() {
        return this == DARK ? LIGHT : DARK;
    }
}
