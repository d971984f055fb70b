package tillbook.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The promise, in the worst of weathers: no double charge kept, no money without record, no record without money, no paid
 * sale without a voucher, nobody who kept the goods refunded by a machine. {@code -Dstorm.lives} and {@code -Dstorm.seed}
 * ask for more; what is found names the seed that reproduces it.
 */
class StormTest {
    private static final long LIVES = Long.getLong("storm.lives", 20_000);
    private static final long SEED = Long.getLong("storm.seed", 1);
    private static final long LIVES_TO_FIND_A_MUTANT = 60_000;

    @Test
    void theTwoBooksAgreeAfterEveryMorning() {
        StormTally tally = new StormTally();
        Optional<StormFound> found = Storm.blow(SEED, LIVES, Mutant.NONE, tally);
        found.ifPresent(what -> {
            throw what;
        });
        assertEquals(LIVES, tally.lives.sum());
        assertTrue(tally.crashes.sum() > LIVES / 2, "the weather was too fair:\n" + tally.table(SEED, 1));
        assertTrue(
                tally.basketsRecalled.sum() > LIVES / 20, "hardly any basket stepped aside:\n" + tally.table(SEED, 1));
        assertTrue(tally.copies.sum() > LIVES / 20, "hardly any copy was wanted:\n" + tally.table(SEED, 1));
        assertTrue(tally.returned.sum() > LIVES / 100, "hardly any money came late:\n" + tally.table(SEED, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lives x", "--lives 0", "--lives", "--mutant NOBODY", "--wind 3", "7"})
    void aCommandLineThatIsWrongIsToldInOneSentenceWithItsUse(String line) {
        ByteArrayOutputStream problems = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(problems, true, StandardCharsets.UTF_8);
        assertEquals(2, Storm.run(List.of(line.split(" ")), System.out, err));
        assertEquals(2, problems.toString(StandardCharsets.UTF_8).lines().count(), problems::toString);
    }

    @Test
    void helpBlowsNoStorm() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertEquals(0, Storm.run(List.of("--help"), out, System.err));
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("--lives"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aRegisterWithOneRuleBrokenIsFoundOut(Mutant mutant) {
        Optional<StormFound> found = Storm.blow(SEED, LIVES_TO_FIND_A_MUTANT, mutant, new StormTally());
        assertTrue(
                found.isPresent(),
                mutant + " went unnoticed for " + LIVES_TO_FIND_A_MUTANT + " lives from seed " + SEED);
    }

    @Test
    void aSeedReproducesWhatItFound() {
        Optional<StormFound> first = Storm.blow(1, 100, Mutant.NO_SUCH_ORDER_IS_FINAL, new StormTally());
        long seed = first.orElseThrow().seed();
        Optional<StormFound> again = Storm.blow(seed, 1, Mutant.NO_SUCH_ORDER_IS_FINAL, new StormTally());
        assertEquals(first.get().toString(), again.orElseThrow().toString());
    }
}
