package tillbook.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tillbook.settings.FolderProblem.Code;

/**
 * The folder of one mode's data, proven to be there, writable and its owner's alone. Practice and live lie side by side
 * under one root and share nothing. Immutable; the files in it belong to whoever holds the {@link OwnerLock}.
 *
 * @param root of both modes
 */
public record DataFolder(Path root, Mode mode) {
    /** {@code sun_path} holds 108 bytes with its closing zero on Linux, 104 on macOS. */
    private static final int SOCKET_NAME_BYTES_MAX = 103;

    /** What opening came to. */
    public sealed interface Opening {
        /**
         * Usable.
         *
         * @param remarks what its owner should know though the register opens
         */
        record Opened(DataFolder folder, List<FolderProblem> remarks) implements Opening {
            public Opened {
                remarks = List.copyOf(remarks);
            }
        }

        /** Not usable; nothing was changed beyond folders that could be made. */
        record Refused(FolderProblem problem) implements Opening {}
    }

    /** The mode a register opens in when nobody names one: live once there are live settings, else practice. */
    public static Mode usualMode(Path root) {
        return Files.exists(new DataFolder(root, Mode.LIVE).settings()) ? Mode.LIVE : Mode.PRACTICE;
    }

    /** Makes what is missing, proves that it can be written, and shuts out other users. */
    public static Opening open(Path root, Mode mode) {
        DataFolder folder = new DataFolder(root.toAbsolutePath().normalize(), mode);
        List<FolderProblem> remarks = new ArrayList<>();
        for (Path path : folder.folders()) {
            Optional<FolderProblem> problem = prepare(path);
            if (problem.isPresent()) return new Opening.Refused(problem.get());
            tighten(path).ifPresent(remarks::add);
        }
        if (folder.socket().toString().getBytes(StandardCharsets.UTF_8).length > SOCKET_NAME_BYTES_MAX)
            remarks.add(new FolderProblem(Code.NAME_TOO_LONG_FOR_SOCKET, folder.socket()));
        return new Opening.Opened(folder, remarks);
    }

    /** Where everything of this mode lies. */
    public Path path() {
        return root.resolve(mode.word());
    }

    public Path settings() {
        return path().resolve("settings.toml");
    }

    /** The merchant's keys; see {@link KeyVault}. */
    public Path keys() {
        return path().resolve("keys.p12");
    }

    public Path tape() {
        return path().resolve("tape");
    }

    /** The searchable copy, without the ending that the database adds. */
    public Path journal() {
        return path().resolve("journal");
    }

    public Path catalog() {
        return path().resolve("catalog");
    }

    public Path backup() {
        return path().resolve("backup");
    }

    public Path log() {
        return path().resolve("log");
    }

    /** The Unix socket through which commands reach the running register. */
    public Path socket() {
        return path().resolve("register.sock");
    }

    /** See {@link OwnerLock}; nobody else opens this file. */
    public Path lock() {
        return path().resolve("register.lock");
    }

    private List<Path> folders() {
        return List.of(root, path(), tape(), catalog(), backup(), log());
    }

    private static Optional<FolderProblem> prepare(Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) return problem(Code.NOT_A_FOLDER, path);
        try {
            if (!Files.exists(path)) Files.createDirectories(path, SafeFile.ownerOnly(path, SafeFile.OWNER_FOLDER));
        } catch (IOException e) {
            return problem(Code.CANNOT_CREATE, path);
        }
        if (!Files.isReadable(path)) return problem(Code.NOT_READABLE, path);
        return canBeWritten(path) ? Optional.empty() : problem(Code.NOT_WRITABLE, path);
    }

    /** By writing: permissions do not tell of a full or a read-only disk. */
    private static boolean canBeWritten(Path path) {
        try {
            Files.delete(Files.createTempFile(path, "probe", ".tmp"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<FolderProblem> tighten(Path path) {
        if (!SafeFile.hasPermissions(path)) return Optional.empty();
        try {
            if (SafeFile.OWNER_FOLDER.containsAll(Files.getPosixFilePermissions(path))) return Optional.empty();
            Files.setPosixFilePermissions(path, SafeFile.OWNER_FOLDER);
            return problem(Code.WAS_OPEN, path);
        } catch (IOException e) {
            return problem(Code.STILL_OPEN, path);
        }
    }

    private static Optional<FolderProblem> problem(Code code, Path path) {
        return Optional.of(new FolderProblem(code, path));
    }
}
