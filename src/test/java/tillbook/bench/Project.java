package tillbook.bench;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the sources lie that these benchmarks were built from. Stateless. */
public final class Project {
    private Project() {}

    /** The nearest folder above our own classes that has the launcher in it. */
    public static Path root() {
        for (Path folder = classes(); folder != null; folder = folder.getParent()) {
            if (Files.isExecutable(folder.resolve("tillbook")) && Files.exists(folder.resolve("pom.xml")))
                return folder;
        }
        throw new IllegalStateException("no launcher above " + classes() + ": start this with ./tillbook bench");
    }

    /** What a person starts the register with. */
    public static Path launcher() {
        return root().resolve("tillbook");
    }

    private static Path classes() {
        try {
            return Path.of(Project.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the classes lie nowhere", e);
        }
    }
}
