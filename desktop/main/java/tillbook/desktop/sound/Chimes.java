package tillbook.desktop.sound;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.screen.Manner;
import tillbook.desktop.checkout.screen.Snapshot;
import tillbook.desktop.checkout.screen.Sounds;

/**
 * The sounds of one checkout. Asking for one never waits: a thread of its own plays, one more may wait, and the newest
 * takes its place. Without a device, or at volume 0, nothing is heard. Its methods are called on the drawing thread.
 */
public final class Chimes implements Sounds, AutoCloseable {
    private final Map<Sound, byte[]> made = new EnumMap<>(Sound.class);
    private final @Nullable Player player;
    private Snapshot last;

    /**
     * Chimes that have heard nothing.
     *
     * @param volume 0 (nothing is made, no device is opened) to 100
     * @param first the picture from which on changes are heard
     * @param device handed over: it is closed with these chimes
     */
    public Chimes(int volume, Snapshot first, Device device) {
        this.last = first;
        this.player = volume > 0 ? new Player(device) : null;
        if (volume > 0) for (Sound sound : Sound.values()) made.put(sound, Synthesis.samples(sound, volume));
    }

    /** Takes the next picture of the register. */
    public void sees(Snapshot now) {
        Snapshot before = last;
        last = now;
        Cues.between(before, now).ifPresent(this::play);
    }

    @Override
    public void heard(Manner manner) {
        Cues.of(manner).ifPresent(this::play);
    }

    @Override
    public CompletableFuture<Heard> playAll() {
        return play(Arrays.asList(Sound.values()));
    }

    private CompletableFuture<Heard> play(List<Sound> sounds) {
        if (player == null) return CompletableFuture.completedFuture(Heard.VOLUME_ZERO);
        return player.play(sounds.stream()
                        .map(sound -> made.getOrDefault(sound, new byte[0]))
                        .toList())
                .thenApply(heard -> heard ? Heard.YES : Heard.NO_DEVICE);
    }

    private void play(Sound sound) {
        CompletableFuture<Heard> _ = play(List.of(sound));
    }

    @Override
    public void close() {
        if (player != null) player.close();
    }
}
