package tillbook.register;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Many mornings of a register in the worst of weathers: {@code --lives N --seed S [--mutant NAME]}. Prints a table; exits
 * with 1 and the seed that reproduces it if anything was found.
 */
public final class Storm {
    private static final int WRONG_USE = 2;
    private static final String USAGE = "./tillbook storm [--lives N] [--seed S] [--mutant NAME]";

    private Storm() {}

    /** Lives {@code lives} lives from {@code seed} on, on all processors; the first thing found, if any. */
    static Optional<StormFound> blow(long seed, long lives, Mutant mutant, StormTally tally) {
        AtomicLong next = new AtomicLong();
        AtomicReference<@Nullable StormFound> first = new AtomicReference<>();
        int threads = Runtime.getRuntime().availableProcessors();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                work.add(() -> {
                    for (long life = next.getAndIncrement();
                            life < lives && first.get() == null;
                            life = next.getAndIncrement()) {
                        live(seed + life, mutant, tally, first);
                    }
                    return null;
                });
            }
            for (Future<Void> done : pool.invokeAll(work)) done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the storm was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the storm itself failed", e.getCause());
        }
        return Optional.ofNullable(first.get());
    }

    private static void live(long seed, Mutant mutant, StormTally tally, AtomicReference<@Nullable StormFound> first) {
        try {
            new StormLife(seed, mutant, tally).live();
        } catch (StormFound found) {
            first.compareAndSet(null, found);
        } catch (RuntimeException fault) {
            first.compareAndSet(null, new StormFound(seed, mutant, fault.toString(), fault));
        }
    }

    /**
     * Lives so many lives from a seed on and gives how many were lived a second.
     *
     * @throws IllegalStateException if anything was found, naming the seed
     */
    public static double livesASecond(long seed, long lives) {
        long from = System.nanoTime();
        blow(seed, lives, Mutant.NONE, new StormTally()).ifPresent(found -> {
            throw new IllegalStateException("the storm found something: " + found.getMessage(), found);
        });
        return lives / ((System.nanoTime() - from) / 1e9);
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** The whole program but its end. */
    static int run(List<String> arguments, PrintStream said, PrintStream problems) {
        if (arguments.contains("--help")) {
            said.println(USAGE);
            return 0;
        }
        try {
            Asked asked = Asked.read(arguments);
            return blow(asked, said);
        } catch (IllegalArgumentException e) {
            problems.println(e.getMessage() + "\n" + USAGE);
            return WRONG_USE;
        }
    }

    private static int blow(Asked asked, PrintStream said) {
        StormTally tally = new StormTally();
        long from = System.nanoTime();
        Optional<StormFound> found = blow(asked.seed(), asked.lives(), asked.mutant(), tally);
        double seconds = (System.nanoTime() - from) / 1e9;
        said.println(tally.table(asked.seed(), seconds));
        found.ifPresent(what -> {
            what.printStackTrace(said);
            said.println("found: " + what.getMessage());
        });
        return found.isPresent() ? 1 : 0;
    }

    /** What was typed. */
    private record Asked(long lives, long seed, Mutant mutant) {
        static Asked read(List<String> arguments) {
            Asked asked = new Asked(20_000, 1, Mutant.NONE);
            for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
                String word = rest.next();
                if (!rest.hasNext())
                    throw new IllegalArgumentException("storm does not know " + word + ", or lacks its value");
                asked = asked.with(word, rest.next());
            }
            return asked;
        }

        private Asked with(String word, String value) {
            return switch (word) {
                case "--lives" -> new Asked(number(word, value, 1), seed, mutant);
                case "--seed" -> new Asked(lives, number(word, value, Long.MIN_VALUE), mutant);
                case "--mutant" -> new Asked(lives, seed, mutant(value));
                default -> throw new IllegalArgumentException("storm does not know " + word);
            };
        }

        private static long number(String word, String value, long least) {
            try {
                long number = Long.parseLong(value);
                if (number >= least) return number;
            } catch (NumberFormatException notANumber) {
                // Said below, as is a number out of range.
            }
            throw new IllegalArgumentException(word + " takes a whole number, not " + value);
        }

        private static Mutant mutant(String value) {
            return Arrays.stream(Mutant.values())
                    .filter(one -> one.name().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "--mutant takes one of " + Arrays.toString(Mutant.values()) + ", not " + value));
        }
    }
}
