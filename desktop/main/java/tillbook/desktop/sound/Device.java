package tillbook.desktop.sound;

/** Where samples become sound. Used by one thread. */
public interface Device extends AutoCloseable {
    /** The machine's usual way out for sound. */
    static Device ofThisMachine() {
        return new AudioDevice();
    }

    /**
     * Plays and returns when it was heard.
     *
     * @param samples 16 bit, one channel, little end first, {@link Synthesis#SAMPLES_PER_SECOND}
     * @throws NoSoundException if this machine cannot
     */
    void play(byte[] samples) throws NoSoundException;

    @Override
    void close();

    /** This machine makes no sound; the text says why, for an engineer. */
    final class NoSoundException extends Exception {
        private static final long serialVersionUID = 1L;

        NoSoundException(Throwable cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }
}
