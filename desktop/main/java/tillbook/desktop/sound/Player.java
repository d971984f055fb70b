package tillbook.desktop.sound;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Plays on a thread of its own. Whoever hands over goes on at once; safe from one thread at a time. */
final class Player implements AutoCloseable {
    /** What waits while something plays: one wish, and the newest takes its place. */
    private static final int WAITING_MAX = 1;

    private static final long BETWEEN_MS = 350;
    private static final System.Logger LOG = System.getLogger("tillbook.desktop.sound");

    private final BlockingQueue<List<byte[]>> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final Device device;
    private final Thread thread;

    Player(Device device) {
        this.device = device;
        this.thread = Thread.ofPlatform().name("sound").daemon().start(this::run);
    }

    /** Plays these, one after the other, after what plays now. */
    void play(List<byte[]> sounds) {
        while (!waiting.offer(sounds)) waiting.poll();
    }

    private void run() {
        try (device) {
            while (true) playAll(waiting.take());
        } catch (Device.NoSoundException none) {
            LOG.log(System.Logger.Level.WARNING, "no sound on this machine, all stays silent: " + none.getMessage());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
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
