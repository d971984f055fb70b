package tillbook.diagnosis.check;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import tillbook.diagnosis.cause.Sign;
import tillbook.diagnosis.check.Probes.NetworkProbe;

/** The line beyond the shop: whether any of several independent far hosts answers. Immutable. */
record FarCheck(NetworkProbe network, Line line) implements Check {
    /** More would prove no more. */
    private static final int HOSTS_MAX = 4;

    private static final int WITHIN_MS = 2_000;

    @Override
    public Subject subject() {
        return Subject.FAR;
    }

    @Override
    public CheckAnswer answer() throws InterruptedException {
        if (!line.isNeeded()) return CheckAnswer.fine(Subject.FAR, "notNeeded");
        List<InetSocketAddress> hosts =
                network.farHosts().stream().limit(HOSTS_MAX).toList();
        if (hosts.isEmpty()) return CheckAnswer.cannotTell(Subject.FAR, "nobody");
        int answered = answered(hosts);
        return answered == 0
                ? CheckAnswer.needsPerson(Subject.FAR, "silent", hosts.size(), WITHIN_MS)
                        .with(Sign.FAR_SILENT, hosts.size(), "")
                : CheckAnswer.fine(Subject.FAR, "answer", answered, hosts.size())
                        .with(Sign.FAR_ANSWERS, answered, "");
    }

    /** All at once, for the silent ones take their whole time; whoever comes no further is ended at the deadline. */
    private int answered(List<InetSocketAddress> hosts) throws InterruptedException {
        AtomicInteger answered = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(hosts.size());
        List<Thread> asking = hosts.stream()
                .map(host -> Thread.ofPlatform().daemon().name("far").start(() -> {
                    // Only the time limit counts here, not the time taken.
                    if (Connects.in(host, WITHIN_MS, () -> 0).isPresent()) answered.incrementAndGet();
                    done.countDown();
                }))
                .toList();
        try {
            done.await();
            return answered.get();
        } catch (InterruptedException e) {
            asking.forEach(Thread::interrupt);
            throw e;
        }
    }
}
