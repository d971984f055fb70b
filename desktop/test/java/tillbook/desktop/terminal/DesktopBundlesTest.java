package tillbook.desktop.terminal;

import tillbook.text.BundleRules;

class DesktopBundlesTest extends BundleRules {
    @Override
    protected Class<?> shipped() {
        return TerminalFace.class;
    }
}
