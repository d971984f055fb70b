package tillbook.desktop.sound;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;

/** The machine's usual way out for sound, opened with the first one and then kept. Used by one thread. */
final class AudioDevice implements Device {
    private static final AudioFormat FORMAT = new AudioFormat(Synthesis.SAMPLES_PER_SECOND, 16, 1, true, false);

    private @Nullable SourceDataLine line;

    @Override
    public void play(byte[] samples) throws NoSoundException {
        try {
            SourceDataLine open = open();
            open.write(samples, 0, samples.length);
            open.drain();
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException | IllegalStateException none) {
            throw new NoSoundException(none);
        }
    }

    private SourceDataLine open() throws LineUnavailableException {
        SourceDataLine known = line;
        if (known != null) return known;
        SourceDataLine opened = AudioSystem.getSourceDataLine(FORMAT);
        opened.open(FORMAT);
        opened.start();
        line = opened;
        return opened;
    }

    @Override
    public void close() {
        if (line != null) line.close();
    }
}
