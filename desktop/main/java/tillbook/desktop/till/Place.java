package tillbook.desktop.till;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells whether data still lies where it lay: on this machine, under this name, in this very folder. Data that was copied,
 * restored or moved must not give a number again that its twin may give as well. Stateless.
 */
final class Place {
    private static final List<Path> MACHINE_IDS =
            List.of(Path.of("/etc/machine-id"), Path.of("/var/lib/dbus/machine-id"));
    private static final int BYTES = 8;

    private Place() {}

    /** 16 hexadecimal digits, the same at each start as long as nothing was moved. */
    static String of(Path folder) {
        String all = machineId() + "\n" + folder.toAbsolutePath().normalize() + "\n" + fileKey(folder);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256: install Tillbook with its own runtime", e);
        }
    }

    /** Empty where the system has none: then name and file key of the folder must do. */
    private static String machineId() {
        for (Path file : MACHINE_IDS) {
            try {
                return Files.readString(file).strip();
            } catch (IOException notThere) {
                // The next place is looked at.
            }
        }
        return "";
    }

    /** On Linux and macOS device and inode: a folder that was copied back has another one. */
    private static String fileKey(Path folder) {
        try {
            Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
            return key == null ? "" : key.toString();
        } catch (IOException e) {
            return "";
        }
    }
}
