package tillbook.desktop.printing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tillbook.printing.ConfirmationTier;

/**
 * How much each printer can say, probed once and kept: {@code TIER place} a line. Losing the file costs one more probe.
 * Owned by one thread.
 */
final class KnownTiers {
    private static final System.Logger LOG = System.getLogger("tillbook.desktop.printing");
    private static final int PRINTERS_MAX = 100;

    private final Path file;
    private final TreeMap<String, ConfirmationTier> known = new TreeMap<>();

    KnownTiers(Path file) {
        this.file = file;
        if (!Files.exists(file)) return;
        try {
            Files.readAllLines(file, StandardCharsets.UTF_8).forEach(this::read);
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.INFO, "printers are probed again", unreadable);
        }
    }

    private void read(String line) {
        int space = line.indexOf(' ');
        if (space < 0) return;
        for (ConfirmationTier tier : ConfirmationTier.values()) {
            if (tier.name().equals(line.substring(0, space))) known.put(line.substring(space + 1), tier);
        }
    }

    @Nullable
    ConfirmationTier of(String place) {
        return known.get(place);
    }

    /** A printer that said nothing may have been off or busy: it is asked again at the next start. */
    void learned(String place, ConfirmationTier tier) {
        Optional<ConfirmationTier> kept = tier == ConfirmationTier.SILENT ? Optional.empty() : Optional.of(tier);
        if (Optional.ofNullable(known.get(place)).equals(kept)) return;
        kept.ifPresentOrElse(one -> known.put(place, one), () -> known.remove(place));
        while (known.size() > PRINTERS_MAX) known.pollFirstEntry();
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            List<String> lines = known.entrySet().stream()
                    .map(entry -> entry.getValue() + " " + entry.getKey())
                    .toList();
            Files.write(beside, lines, StandardCharsets.UTF_8);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "what a printer can say is not kept", e);
        }
    }
}
