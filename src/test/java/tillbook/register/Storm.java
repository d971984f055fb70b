package tillbook.register;

import java.util.ArrayList;
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
        long lives = 20_000;
        long seed = 1;
        Mutant mutant = Mutant.NONE;
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--lives" -> lives = Long.parseLong(arguments[i + 1]);
                case "--seed" -> seed = Long.parseLong(arguments[i + 1]);
                case "--mutant" -> mutant = Mutant.valueOf(arguments[i + 1]);
                default ->
                    throw new IllegalArgumentException("storm knows --lives, --seed and --mutant, not " + arguments[i]);
            }
        }
        StormTally tally = new StormTally();
        long from = System.nanoTime();
        Optional<StormFound> found = blow(seed, lives, mutant, tally);
        double seconds = (System.nanoTime() - from) / 1e9;
        System.out.println(tally.table(seed, seconds));
        found.ifPresent(what -> {
            what.printStackTrace(System.out);
            System.out.println("found: " + what.getMessage());
        });
        System.exit(found.isPresent() ? 1 : 0);
    }
}
