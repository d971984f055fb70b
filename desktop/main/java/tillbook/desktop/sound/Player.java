package tillbook.desktop.sound;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Plays on a thread of its own. Whoever hands over goes on at once; safe from one thread at a time. */
final class Player implements AutoCloseable {
    /** What waits while something plays: one wish, and the newest takes its place. */
    private static final int WAITING_MAX = 1;

    private static final long BETWEEN_MS = 350;
    private static final System.Logger LOG = System.getLogger("tillbook.desktop.sound");

    /**
     * Sounds that somebody wants.
     *
     * @param heard becomes true when they were played or newer ones took their place, false if nothing can be
     */
    private record Wish(List<byte[]> sounds, CompletableFuture<Boolean> heard) {}

    private final BlockingQueue<Wish> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private volatile boolean silent;
    private final Device device;
    private final Thread thread;

    Player(Device device) {
        this.device = device;
        this.thread = Thread.ofPlatform().name("sound").daemon().start(this::run);
    }

    /**
     * Plays these, one after the other, after what plays now.
     *
     * @return ends when they were played or newer ones took their place, with false if this machine makes no sound
     */
    CompletableFuture<Boolean> play(List<byte[]> sounds) {
        Wish wish = new Wish(sounds, new CompletableFuture<>());
        while (!waiting.offer(wish)) end(waiting.poll(), true);
        // Who gave up before this came looks into the queue no more.
        if (silent) end(waiting.poll(), false);
        return wish.heard();
    }

    private static void end(@Nullable Wish wish, boolean heard) {
        if (wish != null) wish.heard().complete(heard);
    }

    private void run() {
        try (device) {
            while (true) play(waiting.take());
        } catch (Device.NoSoundException none) {
            silent = true;
            end(waiting.poll(), false);
            LOG.log(System.Logger.Level.WARNING, "no sound on this machine, all stays silent: " + none.getMessage());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void play(Wish wish) throws Device.NoSoundException, InterruptedException {
        try {
            playAll(wish.sounds());
            end(wish, true);
        } catch (Device.NoSoundException none) {
            silent = true;
            end(wish, false);
            throw none;
        }
    }

    private void playAll(List<byte[]> sounds) throws Device.NoSoundException, InterruptedException {
        for (int i = 0; i < sounds.size(); i++) {
            if (i > 0) TimeUnit.MILLISECONDS.sleep(BETWEEN_MS);
            device.play(sounds.get(i));
        }
    }

    /** Whether it has given up, or was closed. */
    boolean hasEnded() {
        return !thread.isAlive();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
