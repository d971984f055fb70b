package tillbook.desktop.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tillbook.catalog.Catalog;
import tillbook.catalog.PracticeGoods;
import tillbook.desktop.control.Answer;
import tillbook.desktop.control.Desk;
import tillbook.desktop.control.Request;
import tillbook.desktop.goods.GoodsDesk;
import tillbook.desktop.journal.JournalDesk;
import tillbook.desktop.journal.JournalSource;
import tillbook.desktop.till.Opening;
import tillbook.desktop.till.Shops;
import tillbook.journal.search.JournalSearch;
import tillbook.journal.search.Opened;
import tillbook.journal.search.Rebuilt;
import tillbook.journal.search.SearchJournalFile;
import tillbook.journal.search.SearchProblem;
import tillbook.journal.search.TapeFeed;
import tillbook.journal.tape.Reading;
import tillbook.journal.tape.RealDisk;
import tillbook.journal.tape.TapeBrokenException;
import tillbook.journal.tape.TapeDisk;
import tillbook.journal.tape.TapeReader;
import tillbook.receipt.Receipts;
import tillbook.settings.DataFolder;
import tillbook.settings.Mode;
import tillbook.settings.OwnerLock;

/**
 * Answers from data on which no register runs: takes the lock for as long as that lasts and writes no record. Used by the
 * thread that runs the command.
 */
final class LocalDesk implements Desk {
    private final Invocation invocation;
    private final DataFolder folder;

    LocalDesk(Invocation invocation, DataFolder folder) {
        this.invocation = invocation;
        this.folder = folder;
    }

    @Override
    public int answer(Request request, Consumer<Answer> out) {
        if (DataFolder.open(folder.root(), folder.mode()) instanceof DataFolder.Opening.Refused refused) {
            return Opens.refused(invocation, new Opening.FolderUnusable(refused.problem()));
        }
        OwnerLock.Owner me = OwnerLock.Owner.thisProcess(
                Opens.machine(invocation).user(), java.time.Clock.systemUTC().instant(), request.ask());
        return switch (OwnerLock.take(folder, me)) {
            case OwnerLock.Taking.HeldBy(OwnerLock.Owner owner) -> Opens.refused(invocation, new Opening.HeldBy(owner));
            case OwnerLock.Taking.Failed failed ->
                Opens.refused(invocation, new Opening.FolderUnusable(failed.problem()));
            case OwnerLock.Taking.Locked(OwnerLock lock) -> locked(lock, request, out);
        };
    }

    private int locked(OwnerLock lock, Request request, Consumer<Answer> out) {
        try (lock) {
            if (request.ask().equals("journal reprint")) {
                out.accept(Answer.of("error")
                        .with("code", "NO_REGISTER")
                        .text(Messages.of(request.language()).text("reprint.closed")));
                return ExitCode.NO;
            }
            return request.ask().startsWith("goods ") ? goods(request, out) : journal(request, out);
        }
    }

    private int goods(Request request, Consumer<Answer> out) {
        try (Catalog catalog = Catalog.open(folder.path()).catalog()) {
            if (folder.mode() == Mode.PRACTICE && catalog.count() == 0) catalog.importCsv(PracticeGoods.source());
            return new GoodsDesk(catalog).answer(request, out);
        }
    }

    private int journal(Request request, Consumer<Answer> out) {
        try {
            TapeDisk disk = RealDisk.at(folder.tape());
            Reading tail = TapeReader.whileClosed(disk, 0).verifyTail();
            long last = tail instanceof Reading.Whole whole ? whole.last() : 0;
            TapeFeed tape = new TapeFeed(disk, () -> last);
            // Damage is only told: a copy that was compared with half a tape would be thrown away.
            Copy copy = tail instanceof Reading.Whole ? copy(tape) : new Copy(null, new SearchProblem.TapeUnreadable());
            AtomicBoolean anew = new AtomicBoolean();
            int exit;
            try (copy) {
                exit = new JournalDesk(source(copy, disk, tape, last, anew)).answer(request, out);
            }
            // A large copy is not looked at as a whole when it is opened, so what was found now is mended now.
            if (anew.get()) copy(SearchJournalFile.rebuild(copyFile(), tape)).close();
            return exit;
        } catch (IOException | TapeBrokenException e) {
            return new Teller(invocation).refuse("SYS-DISK", List.of(String.valueOf(e.getMessage())), ExitCode.BROKEN);
        }
    }

    private record Copy(
            @Nullable JournalSearch search, @Nullable SearchProblem problem) implements AutoCloseable {
        @Override
        public void close() {
            if (search != null) search.close();
        }
    }

    private Copy copy(TapeFeed tape) {
        return copy(SearchJournalFile.open(copyFile(), tape));
    }

    private static Copy copy(Opened opened) {
        return switch (opened) {
            case Opened.Ready(JournalSearch search) -> new Copy(search, null);
            case Opened.CaughtUp caught -> new Copy(caught.search(), null);
            case Rebuilt rebuilt -> new Copy(rebuilt.search(), null);
            case Opened.AheadOfTape ahead -> new Copy(null, new SearchProblem.AheadOfTape(ahead.applied()));
            case Opened.Failed(SearchProblem problem) -> new Copy(null, problem);
        };
    }

    private Path copyFile() {
        return folder.journal().resolveSibling(folder.journal().getFileName() + ".mv.db");
    }

    private JournalSource source(Copy copy, TapeDisk disk, TapeFeed tape, long last, AtomicBoolean anew) {
        return new JournalSource(
                () -> Optional.ofNullable(copy.search()),
                copy::problem,
                tape,
                () -> anew.set(true),
                TapeReader.whileClosed(disk, last),
                this::receipts,
                ZoneId.systemDefault());
    }

    private Receipts receipts(Locale language) {
        return Shops.receipts(folder, language);
    }
}
