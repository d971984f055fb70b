package tillbook.diagnosis.check;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import tillbook.diagnosis.cause.Sign;
import tillbook.diagnosis.check.Probes.NetworkProbe;

/** The line beyond the shop: whether any of several independent far hosts answers. Immutable. */
record FarCheck(NetworkProbe network, Line line, LongSupplier upMs) implements Check {
    /** More would prove no more. */
    private static final int HOSTS_MAX = 4;

    private static final int WITHIN_MS = 2_000;

    /** The provider is given a little more, ms. */
    private static final long AFTERWARDS_MS = 500;

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
        long since = upMs.getAsLong();
        CompletableFuture<Boolean> provider = new CompletableFuture<>();
        Thread asking = Thread.ofPlatform().daemon().name("far").start(() -> provider.complete(providerAnswers()));
        try {
            int answered = answered(hosts);
            if (answered > 0) {
                return CheckAnswer.fine(Subject.FAR, "answer", answered, hosts.size())
                        .with(Sign.FAR_ANSWERS, answered, "");
            }
            long leftMs = Math.max(0, WITHIN_MS - (upMs.getAsLong() - since)) + AFTERWARDS_MS;
            return isTrue(provider, leftMs) ? blocked(hosts) : silent(hosts);
        } finally {
            asking.interrupt();
        }
    }

    private static CheckAnswer silent(List<InetSocketAddress> hosts) {
        return CheckAnswer.needsPerson(Subject.FAR, "silent", hosts.size(), WITHIN_MS)
                .with(Sign.FAR_SILENT, hosts.size(), "");
    }

    /** A firewall that lets through only what it knows is no fault of the line. */
    private static CheckAnswer blocked(List<InetSocketAddress> hosts) {
        return CheckAnswer.fine(Subject.FAR, "providerAnswers", hosts.size(), WITHIN_MS);
    }

    private boolean providerAnswers() {
        try {
            return Connects.in(line.address(), WITHIN_MS, () -> 0).isPresent();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isTrue(CompletableFuture<Boolean> answer, long withinMs) throws InterruptedException {
        try {
            return answer.get(withinMs, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
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
