package tillbook.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What the figures were measured on. Immutable.
 *
 * @param cores processors that this process may use
 * @param memoryMib of the machine
 * @param heapMib at most, of this process
 * @param jdk its version and maker
 * @param system its name and version
 * @param fileSystem of the folder that was measured in
 * @param load runnable processes over the last minute, as the benchmarks began; negative where the system does not say
 */
record MachineFacts(
        int cores, long memoryMib, long heapMib, String jdk, String system, String fileSystem, double load) {
    static MachineFacts of(Path folder) throws IOException {
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new MachineFacts(
                machine.getAvailableProcessors(),
                machine.getTotalMemorySize() >> 20,
                Runtime.getRuntime().maxMemory() >> 20,
                System.getProperty("java.vendor.version") + " " + System.getProperty("java.runtime.version"),
                machine.getName() + " " + machine.getVersion() + " " + machine.getArch(),
                Files.getFileStore(folder).type(),
                machine.getSystemLoadAverage());
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%d cores, %,d MiB memory, heap %,d MiB, %s, %s, files on %s, load %.1f at the beginning",
                cores,
                memoryMib,
                heapMib,
                jdk,
                system,
                fileSystem,
                load);
    }
}
