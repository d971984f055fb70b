package tillbook.desktop.trouble;

import tillbook.desktop.rig.PracticeScanner;

/** The scanner misreads: at once some codes of goods, as somebody tries again and again, and then every one. */
record DirtyPart(PracticeScanner scanner) implements Part {
    private static final String GOODS = "2000000000015";
    private static final int TRIES = 4;

    @Override
    public boolean isOn() {
        return scanner.isDirty();
    }

    @Override
    public void begin() {
        if (isOn()) return;
        scanner.soil();
        for (int i = 0; i < TRIES; i++) scanner.read(GOODS);
    }

    @Override
    public void end() {
        if (isOn()) scanner.clean();
    }
}
