package tillbook.desktop.till;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tillbook.journal.tape.BackupAnswer;
import tillbook.journal.tape.RealDisk;
import tillbook.journal.tape.TapeBackup;
import tillbook.journal.tape.TapeBrokenException;
import tillbook.journal.tape.TapeDisk;

/**
 * Copies the tape to the backup place once a minute, and once more at the end. What goes wrong is told once and tried
 * again: no sale waits for a backup. Works on a thread of its own.
 */
final class TapeCopy implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("tillbook.desktop.till");
    private static final long EVERY_S = 60;
    private static final long LAST_WITHIN_S = 20;

    private final TapeSearchSource source;
    private final TapeDisk disk;
    private final Path target;
    private final Consumer<Notice> notices;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("tape-copy").factory());
    private boolean told;

    private TapeCopy(TapeDisk disk, TapeSearchSource source, Path target, Consumer<Notice> notices) {
        this.disk = disk;
        this.source = source;
        this.target = target;
        this.notices = notices;
    }

    /** Begins; the first copy is made after a minute. */
    static TapeCopy start(TapeDisk disk, TapeSearchSource source, Path target, Consumer<Notice> notices) {
        TapeCopy copy = new TapeCopy(disk, source, target, notices);
        ScheduledFuture<?> _ = copy.thread.scheduleWithFixedDelay(copy::once, EVERY_S, EVERY_S, TimeUnit.SECONDS);
        return copy;
    }

    private void once() {
        try {
            TapeBackup backup = new TapeBackup(disk, RealDisk.at(target), source::acknowledgedThrough);
            switch (backup.copy()) {
                case BackupAnswer.Copied _ -> told = false;
                case BackupAnswer.SourceDamaged damaged -> tell("the tape is damaged: " + damaged.damage());
                case BackupAnswer.SourceTooNew newer -> tell("a newer Tillbook wrote " + newer.segment());
                case BackupAnswer.TargetFailed failed -> tell(failed.reason());
            }
        } catch (IOException | TapeBrokenException e) {
            tell(String.valueOf(e.getMessage()));
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "the tape was not copied", fault);
            tell(fault.getClass().getSimpleName());
        }
    }

    private void tell(String reason) {
        LOG.log(System.Logger.Level.WARNING, "the tape was not copied to " + target + ": " + reason);
        if (!told) notices.accept(Notice.of("SYS-BACKUP", "backup", target));
        told = true;
    }

    /** Copies once more, so that a day that ended well is whole in the backup. */
    @Override
    public void close() {
        thread.execute(this::once);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_WITHIN_S, TimeUnit.SECONDS)) thread.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
