package tillbook.desktop.trouble;

import java.io.IOException;

/** How one trouble is made to happen. Used by one thread at a time. */
interface Part {
    /** Whether it is on now. */
    boolean isOn();

    /** Makes it happen; nothing happens if it is on. */
    void begin() throws IOException, InterruptedException;

    /** Takes it away again; nothing happens if it is off. */
    void end() throws IOException, InterruptedException;

    /** Switched by a flag of a part that is always there. */
    static Part of(java.util.function.BooleanSupplier isOn, java.util.function.Consumer<Boolean> set) {
        return new Part() {
            @Override
            public boolean isOn() {
                return isOn.getAsBoolean();
            }

            @Override
            public void begin() {
                set.accept(true);
            }

            @Override
            public void end() {
                set.accept(false);
            }
        };
    }
}
