package tillbook.desktop.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tillbook.desktop.checkout.screen.Manner;
import tillbook.desktop.checkout.screen.Snapshot;
import tillbook.desktop.checkout.screen.Sounds;
import tillbook.register.RegisterState;

@Timeout(30)
class ChimesTest {
    private static final int LOUD = 100;
    private static final Snapshot NOTHING = Snapshot.of(RegisterState.NEW);

    /** Tells what it plays and goes on when it is let. */
    private static final class Speaker implements Device {
        final BlockingQueue<byte[]> begun = new LinkedBlockingQueue<>();
        final BlockingQueue<Object> mayEnd = new LinkedBlockingQueue<>();

        @Override
        public void play(byte[] samples) {
            begun.add(samples);
            try {
                mayEnd.take();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }

        Sound next() throws InterruptedException {
            byte[] samples = begun.poll(20, TimeUnit.SECONDS);
            for (Sound sound : Sound.values())
                if (samples != null && samples.length == Synthesis.samples(sound, LOUD).length) return sound;
            throw new AssertionError("nothing was played");
        }

        @Override
        public void close() {}
    }

    @Test
    void eachAnswerHasItsSound() throws InterruptedException {
        Speaker speaker = new Speaker();
        try (Chimes chimes = new Chimes(LOUD, NOTHING, speaker)) {
            for (var expected : List.of(
                    List.of(Manner.TAKEN, Sound.TAKEN),
                    List.of(Manner.REFUSED, Sound.REFUSED),
                    List.of(Manner.ASKS, Sound.ATTENTION))) {
                chimes.heard((Manner) expected.getFirst());
                assertEquals(expected.getLast(), speaker.next());
                speaker.mayEnd.add(0);
            }
        }
    }

    @Test
    void whoTriesTheSoundsIsToldWhyNothingIsHeard() throws Exception {
        Device none = new Device() {
            @Override
            public void play(byte[] samples) throws NoSoundException {
                throw new NoSoundException(new IllegalArgumentException("no mixer"));
            }

            @Override
            public void close() {}
        };
        try (Chimes chimes = new Chimes(LOUD, NOTHING, none)) {
            assertEquals(Sounds.Heard.NO_DEVICE, chimes.playAll().get(20, TimeUnit.SECONDS));
            assertEquals(Sounds.Heard.NO_DEVICE, chimes.playAll().get(20, TimeUnit.SECONDS), "and each time");
        }
        try (Chimes chimes = new Chimes(0, NOTHING, none)) {
            assertEquals(Sounds.Heard.VOLUME_ZERO, chimes.playAll().get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void whileOnePlaysOnlyTheNewestWaits() throws InterruptedException {
        Speaker speaker = new Speaker();
        try (Chimes chimes = new Chimes(LOUD, NOTHING, speaker)) {
            chimes.heard(Manner.TAKEN);
            assertEquals(Sound.TAKEN, speaker.next());
            for (int i = 0; i < 1_000; i++) chimes.heard(Manner.TAKEN);
            chimes.heard(Manner.REFUSED);
            speaker.mayEnd.add(0);
            assertEquals(Sound.REFUSED, speaker.next());
            speaker.mayEnd.add(0);
            chimes.heard(Manner.ASKS);
            assertEquals(Sound.ATTENTION, speaker.next(), "nothing older was kept");
        }
    }

    @Test
    void theTestPlaysEachOfThem() throws InterruptedException {
        Speaker speaker = new Speaker();
        try (Chimes chimes = new Chimes(LOUD, NOTHING, speaker)) {
            var _ = chimes.playAll();
            List<Sound> heard = new ArrayList<>();
            for (int i = 0; i < Sound.values().length; i++) {
                heard.add(speaker.next());
                speaker.mayEnd.add(0);
            }
            assertEquals(List.of(Sound.values()), heard);
        }
    }

    @Test
    void atVolumeZeroNoDeviceIsTouched() {
        Device never = new Device() {
            @Override
            public void play(byte[] samples) {
                throw new AssertionError("volume 0 plays nothing");
            }

            @Override
            public void close() {}
        };
        try (Chimes chimes = new Chimes(0, NOTHING, never)) {
            chimes.heard(Manner.TAKEN);
            var _ = chimes.playAll();
        }
    }

    @Test
    void aMachineWithoutSoundIsAskedOnceAndStaysSilent() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch closed = new CountDownLatch(1);
        Device none = new Device() {
            @Override
            public void play(byte[] samples) throws NoSoundException {
                asked.incrementAndGet();
                throw new NoSoundException(new IllegalArgumentException("no line"));
            }

            @Override
            public void close() {
                closed.countDown();
            }
        };
        Player player = new Player(none);
        var _ = player.play(List.of(new byte[2], new byte[2]));
        assertTrue(closed.await(20, TimeUnit.SECONDS));
        for (int i = 0; i < 100; i++) {
            var _ = player.play(List.of(new byte[2]));
        }
        assertEquals(1, asked.get());
        player.close();
    }
}
