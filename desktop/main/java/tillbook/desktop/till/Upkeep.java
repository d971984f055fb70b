package tillbook.desktop.till;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tillbook.care.Uncaught;
import tillbook.journal.tape.BackupAnswer;
import tillbook.journal.tape.Reading;
import tillbook.journal.tape.RealDisk;
import tillbook.journal.tape.TapeBackup;
import tillbook.journal.tape.TapeDisk;
import tillbook.journal.tape.TapeReader;
import tillbook.journal.tape.TapeWords;

/**
 * What a register does beside selling: every minute the tape is copied to the backup folder up to its acknowledged end,
 * and its whole chain is verified, a minute after each start and when a new business day begins. It never touches what the
 * register writes.
 *
 * <p>One thread of its own; closed by the thread that opened it.
 */
final class Upkeep implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("tillbook.desktop.till");
    private static final long EVERY_S = 60;
    private static final long CLOSE_WITHIN_S = 10;

    private final Path backup;
    private final TapeDisk tape;
    private final LongSupplier acknowledged;
    private final Clock wall;
    private final LocalTime dayStarts;
    private final List<Notice> notices;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("upkeep").factory());
    private @Nullable TapeBackup copying;
    private @Nullable String troubleTold;
    /** Null until the first time in this process: a register that is off overnight sees no day begin. */
    private @Nullable LocalDate verifiedFor;

    /** Nothing is done before {@link #begin()}. */
    Upkeep(
            Path backup,
            TapeDisk tape,
            LongSupplier acknowledged,
            Clock wall,
            LocalTime dayStarts,
            List<Notice> notices) {
        this.backup = backup;
        this.tape = tape;
        this.acknowledged = acknowledged;
        this.wall = wall;
        this.dayStarts = dayStarts;
        this.notices = notices;
    }

    Upkeep begin() {
        ScheduledFuture<?> rounds = thread.scheduleWithFixedDelay(this::guarded, EVERY_S, EVERY_S, TimeUnit.SECONDS);
        if (rounds.isCancelled()) LOG.log(System.Logger.Level.WARNING, "upkeep did not begin");
        return this;
    }

    /** A fault in one round never ends the rounds. */
    private void guarded() {
        try {
            round();
        } catch (RuntimeException fault) {
            Uncaught.note(fault, "upkeep");
        }
    }

    /** One round: copy, and verify if that was not done today. */
    void round() {
        copy();
        LocalDate today = businessDay();
        if (today.equals(verifiedFor)) return;
        verifiedFor = today;
        verify();
    }

    private void copy() {
        try {
            if (copying == null) copying = new TapeBackup(tape, RealDisk.at(backup), acknowledged);
            switch (copying.copy()) {
                case BackupAnswer.Copied _ -> {
                    troubleTold = null;
                    // The first copy of a process walks through every segment's chain on its way.
                    if (verifiedFor == null) verifiedFor = businessDay();
                }
                case BackupAnswer.SourceDamaged damaged ->
                    trouble("damaged", new TapeWords(Locale.ROOT).of(damaged.damage()));
                case BackupAnswer.SourceTooNew newer -> trouble("backup", newer.segment());
                case BackupAnswer.TargetFailed failed -> trouble("backup", failed.reason());
            }
        } catch (IOException e) {
            trouble("backup", e.getClass().getSimpleName());
        }
    }

    private void verify() {
        switch (TapeReader.whileOpen(tape, acknowledged).verifyAll()) {
            case Reading.Whole whole ->
                LOG.log(System.Logger.Level.INFO, "the tape is whole through record " + whole.last());
            case Reading.Broken broken -> trouble("damaged", new TapeWords(Locale.ROOT).of(broken.damage()));
            case Reading.TooNew newer -> trouble("damaged", newer.segment());
        }
    }

    /** Told once, until it is over or another comes. */
    private void trouble(String key, String why) {
        LOG.log(System.Logger.Level.WARNING, key + ": " + why);
        if (why.equals(troubleTold)) return;
        troubleTold = why;
        notices.add(Notice.of(key.equals("backup") ? "SYS-BACKUP" : "SYS-JOURNAL", "upkeep." + key, backup, why));
    }

    private LocalDate businessDay() {
        return wall.instant()
                .atZone(wall.getZone())
                .minusSeconds(dayStarts.toSecondOfDay())
                .toLocalDate();
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            boolean ended = thread.awaitTermination(CLOSE_WITHIN_S, TimeUnit.SECONDS);
            if (!ended) LOG.log(System.Logger.Level.WARNING, "upkeep did not end in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
