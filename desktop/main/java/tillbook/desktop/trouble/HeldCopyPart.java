package tillbook.desktop.trouble;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tillbook.journal.search.SearchWriter;

/** Somebody else holds the file of the searchable copy. */
final class HeldCopyPart implements Part {
    private static final long WITHIN_S = 20;
    private static final int LOOKS = 100;
    private static final Duration LOOK = Duration.ofMillis(50);

    private final SearchWriter search;
    private final Path file;
    private @Nullable FileChannel held;

    HeldCopyPart(SearchWriter search, Path file) {
        this.search = search;
        this.file = file;
    }

    @Override
    public boolean isOn() {
        return held != null;
    }

    @Override
    public void begin() throws IOException, InterruptedException {
        if (held != null) return;
        CompletableFuture<FileChannel> taken = new CompletableFuture<>();
        search.whileClosed(() -> take(taken));
        held = within(taken);
        seen(search);
    }

    /** Waits until the register has noticed. */
    static void seen(SearchWriter search) throws InterruptedException {
        for (int i = 0; i < LOOKS && search.lastProblem().isEmpty(); i++) {
            // Nothing is ever applied so far, so this only lets a moment pass.
            search.awaitApplied(Long.MAX_VALUE, LOOK);
        }
    }

    /** On the writer's thread, while the register itself does not hold it. */
    private void take(CompletableFuture<FileChannel> taken) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new IOException("another program holds it already");
            }
            taken.complete(channel);
        } catch (IOException | RuntimeException e) {
            taken.completeExceptionally(e);
        }
    }

    static <T> T within(CompletableFuture<T> done) throws IOException, InterruptedException {
        try {
            return done.get(WITHIN_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the searchable journal: " + e.getMessage(), e);
        }
    }

    @Override
    public void end() throws IOException, InterruptedException {
        FileChannel channel = held;
        if (channel == null) return;
        held = null;
        channel.close();
        CompletableFuture<Boolean> tried = new CompletableFuture<>();
        search.whileClosed(() -> tried.complete(true));
        within(tried);
    }
}
