package tillbook.bench;

import java.nio.file.Path;
import java.util.List;

/** One promise about speed and how it is measured. Used by one thread. */
public interface Benchmark {
    /** How {@code --only} calls it, in kebab case. */
    String name();

    /**
     * Measures.
     *
     * @throws NotHere if this machine lacks what it takes, which is no failure
     * @throws Exception if it cannot be measured; a goal that is missed is a row, not an exception
     */
    List<Row> run(Setting setting) throws Exception;

    /** This machine lacks what a measurement takes; the message says what, and the remedy. */
    final class NotHere extends Exception {
        public NotHere(String why) {
            super(why);
        }
    }

    /**
     * Where and how thoroughly to measure.
     *
     * @param folder to write in, on the disk that is measured; removed afterwards
     * @param shop many sales on that disk
     * @param quick fewer runs of everything, for a look in between
     */
    record Setting(Path folder, GeneratedShop shop, boolean quick) {
        /** One of two amounts of work. */
        public int either(int ifQuick, int ifThorough) {
            return quick ? ifQuick : ifThorough;
        }

        /** A folder of its own, not made yet. */
        public Path at(String name) {
            return folder.resolve(name);
        }
    }
}
