package tillbook.desktop.fx;

import java.io.IOException;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What draws on a real screen, for a rehearsal that has none. Used by the thread that rehearses. */
public final class ScreenClasses {
    private static final String MODULE = "javafx.graphics";
    private static final String CLASS = ".class";

    /** Windows, the ways to draw, and fonts; other systems than Linux have their own and learn nothing here. */
    private static final List<String> FOLDERS = List.of(
            "com/sun/glass/ui/gtk/",
            "com/sun/prism/es2/",
            "com/sun/prism/sw/",
            "com/sun/pisces/",
            "com/sun/javafx/font/freetype/");

    private ScreenClasses() {}

    /** Loads them and begins none, so that a cache of loaded classes holds them. What cannot be loaded is left out. */
    public static void load() throws IOException {
        Optional<ResolvedModule> resolved = ModuleLayer.boot().configuration().findModule(MODULE);
        Optional<Module> module = ModuleLayer.boot().findModule(MODULE);
        if (resolved.isEmpty() || module.isEmpty()) return;
        try (ModuleReader reader = resolved.get().reference().open();
                Stream<String> names = reader.list()) {
            names.filter(ScreenClasses::isOfAScreen).forEach(name -> load(module.get(), name));
        }
    }

    private static boolean isOfAScreen(String name) {
        return name.endsWith(CLASS) && FOLDERS.stream().anyMatch(name::startsWith);
    }

    private static void load(Module module, String name) {
        String dotted = name.substring(0, name.length() - CLASS.length()).replace('/', '.');
        try {
            if (Class.forName(module, dotted) == null)
                System.getLogger("tillbook.desktop.fx").log(System.Logger.Level.DEBUG, "no class " + dotted);
        } catch (LinkageError notHere) {
            System.getLogger("tillbook.desktop.fx").log(System.Logger.Level.DEBUG, "not loaded: " + dotted, notHere);
        }
    }
}
