package tillbook.text;

class BundleKeysTest extends BundleRules {
    @Override
    protected Class<?> shipped() {
        return Texts.class;
    }
}
