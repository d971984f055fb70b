package tillbook.desktop.sound;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
        Cues.between(before, now).ifPresent(sound -> play(List.of(sound)));
    }

    @Override
    public void heard(Manner manner) {
        Cues.of(manner).ifPresent(sound -> play(List.of(sound)));
    }

    @Override
    public void playAll() {
        play(Arrays.asList(Sound.values()));
    }

    private void play(List<Sound> sounds) {
        if (player != null)
            player.play(sounds.stream()
                    .map(sound -> made.getOrDefault(sound, new byte[0]))
                    .toList());
    }

    @Override
    public void close() {
        if (player != null) player.close();
    }
}
