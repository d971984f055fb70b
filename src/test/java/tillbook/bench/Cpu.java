package tillbook.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Processor time of this process, all threads together: what a figure would be judged by on a machine that others use as
 * well. Immutable.
 */
record Cpu(long nanos) {
    static Cpu now() {
        return new Cpu(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime());
    }

    double secondsSince() {
        return (now().nanos - nanos) / 1e9;
    }
}
