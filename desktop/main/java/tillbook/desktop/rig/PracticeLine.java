package tillbook.desktop.rig;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tillbook.diagnosis.check.Probes.NetworkProbe;
import tillbook.diagnosis.check.Probes.ProviderProbe;
import tillbook.payment.ProbeAnswer;

/**
 * The line between a practice register and its provider: every byte of a payment goes through it, and it can be cut, slow,
 * or lose what comes back. While it is cut, the network around it is as it would be in the shop, and the provider stands
 * beyond that network. Safe from any thread.
 */
public final class PracticeLine implements AutoCloseable {
    /** A line has one fault at a time. */
    public enum Fault {
        /** The cable is out. */
        NO_LINK,
        /** The router gives no address. */
        NO_ADDRESS,
        /** No name is known. */
        NO_NAME,
        /** The router answers, nobody beyond it does. */
        NO_FAR,
        /** Answers come late. */
        SLOW,
        /** Requests arrive, and the connection ends in the place of the answer. */
        LOSES;

        /** Nothing gets through. */
        boolean isCut() {
            return this != SLOW && this != LOSES;
        }
    }

    /** A name that no name server may ever know. */
    static final String BEYOND = "provider.practice.invalid";

    private static final int CONNECTIONS_MAX = 64;
    private static final int FAR_HOSTS = 3;
    private static final int BYTES = 4_096;

    private final URI target;
    private final long slowMs;
    private final Doorway door;
    private final List<Doorway> farHosts = new ArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Fault fault;

    /**
     * A good line.
     *
     * @param target where the provider listens on this machine
     * @param slow how late an answer comes over a slow line
     * @throws IOException if this machine gives no ports to itself
     */
    public PracticeLine(URI target, Duration slow) throws IOException {
        this.target = target;
        this.slowMs = slow.toMillis();
        this.door = new Doorway(this::carry);
        for (int i = 0; i < FAR_HOSTS; i++) farHosts.add(new Doorway(PracticeLine::hangUp));
    }

    /** Its near end: what the register takes for the provider. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + door.port() + target.getPath());
    }

    /** What is wrong with it, null if nothing is. */
    public @Nullable Fault fault() {
        return fault;
    }

    /**
     * From now on it has this fault and no other, or none; what was under way is cut off.
     *
     * @throws IOException if the system does not give the port back
     */
    public synchronized void set(@Nullable Fault now) throws IOException {
        fault = now;
        boolean cut = now != null && now.isCut();
        boolean far = !cut || now == Fault.NO_NAME;
        if (cut) door.shut();
        else door.open();
        for (Doorway host : farHosts) {
            if (far) host.open();
            else host.shut();
        }
        if (now != null) open.forEach(PracticeLine::hangUp);
    }

    /** The shop's network at this end of the line. */
    public NetworkProbe network() {
        return new PracticeNetwork(
                this::fault, farHosts.stream().map(Doorway::address).toList());
    }

    /** The provider as it is seen over this line: on this machine while the line holds, else beyond the shop's network. */
    public ProviderProbe over(ProviderProbe provider) {
        Fault now = fault;
        return now != null && now.isCut() ? new Beyond(provider::probe) : provider;
    }

    /** Not to be reached by its name. */
    private record Beyond(Supplier<ProbeAnswer> asked) implements ProviderProbe {
        private static final int HTTPS = 443;

        @Override
        public String host() {
            return BEYOND;
        }

        @Override
        public int port() {
            return HTTPS;
        }

        @Override
        public boolean tls() {
            return false;
        }

        @Override
        public InetSocketAddress address() throws UnknownHostException {
            throw new UnknownHostException(BEYOND);
        }

        @Override
        public ProbeAnswer probe() {
            return asked.get();
        }
    }

    private void carry(Socket near) {
        if (open.size() >= CONNECTIONS_MAX) {
            hangUp(near);
            return;
        }
        open.add(near);
        Thread.ofVirtual().start(() -> carryOn(near));
    }

    private void carryOn(Socket near) {
        try (near;
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target.getPort())) {
            open.add(far);
            try {
                AtomicBoolean asked = new AtomicBoolean();
                Thread there = Thread.ofVirtual().start(() -> requests(near, far, asked));
                answers(far, near, asked);
                near.close();
                there.join();
            } finally {
                open.remove(far);
            }
        } catch (IOException e) {
            // One side left.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(near);
        }
    }

    private static void requests(Socket near, Socket far, AtomicBoolean asked) {
        byte[] bytes = new byte[BYTES];
        try {
            InputStream in = near.getInputStream();
            OutputStream out = far.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                asked.set(true);
                out.write(bytes, 0, count);
                out.flush();
            }
            far.shutdownOutput();
        } catch (IOException e) {
            hangUp(far);
        }
    }

    private void answers(Socket far, Socket near, AtomicBoolean asked) throws IOException, InterruptedException {
        byte[] bytes = new byte[BYTES];
        InputStream in = far.getInputStream();
        OutputStream out = near.getOutputStream();
        for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
            boolean isFirst = asked.getAndSet(false);
            if (fault == Fault.LOSES) return;
            if (fault == Fault.SLOW && isFirst && closed.await(slowMs, TimeUnit.MILLISECONDS)) return;
            out.write(bytes, 0, count);
            out.flush();
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        door.close();
        for (Doorway host : farHosts) host.close();
        open.forEach(PracticeLine::hangUp);
    }
}
