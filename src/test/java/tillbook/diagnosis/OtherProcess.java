package tillbook.diagnosis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import tillbook.settings.DataFolder;
import tillbook.settings.Mode;
import tillbook.settings.OwnerLock;

/** A process of its own that holds the lock of a data folder until it is ended. */
final class OtherProcess implements AutoCloseable {
    private final Process process;

    /** Returns once the lock is held. */
    OtherProcess(DataFolder data) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", "")),
                        OtherProcess.class.getName(),
                        data.root().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (!"held".equals(said)) throw new AssertionError("the other process did not get the lock: " + said);
    }

    /** Holds the lock until its input ends. */
    public static void main(String[] args) throws IOException {
        DataFolder data = new DataFolder(Path.of(args[0]), Mode.PRACTICE);
        OwnerLock.Owner me = OwnerLock.Owner.thisProcess("cashier", Instant.EPOCH, "register");
        try (OwnerLock held = ((OwnerLock.Taking.Locked) OwnerLock.take(data, me)).lock()) {
            System.out.println(held == null ? "not held" : "held");
            while (System.in.read() >= 0) {
                // Until whoever started this one goes.
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
