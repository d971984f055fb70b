package tillbook.hardware.usb;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import tillbook.care.Guarded;
import tillbook.device.DeviceListener;

/**
 * Tells the listener what happened, one thing after the other, on a thread of its own. Whoever has something to tell waits
 * while too much is untold: so a scan is late, and never lost. Safe from any thread.
 */
final class Told implements AutoCloseable {
    private final BlockingQueue<Runnable> untold = new ArrayBlockingQueue<>(DeviceListener.WAITING_MAX);
    private final Guarded loop = new Guarded("usb-told", () -> untold.take().run(), Thread::sleep, fault -> {});
    private final Thread thread = Thread.ofPlatform().name("usb-told").daemon().unstarted(loop);

    void start() {
        thread.start();
    }

    /** Tells this in its turn. Interrupted, it stays untold. */
    void tell(Runnable news) {
        try {
            untold.put(news);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False if too much is untold: ask again later. */
    boolean tellIfRoom(Runnable news) {
        return untold.offer(news);
    }

    @Override
    public void close() {
        loop.stop();
        thread.interrupt();
    }
}
