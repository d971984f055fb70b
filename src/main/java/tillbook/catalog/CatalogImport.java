package tillbook.catalog;

import java.io.IOException;
import java.io.Reader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One import. The file is walked twice: first without touching the database, so that a file with a fault in its last
 * line costs nothing, then to take it over. One thread owns it.
 */
final class CatalogImport {
    private final GoodsSource source;
    private @Nullable GoodsFile file;
    private final List<ImportAnswer.RefusedLine> refused = new ArrayList<>();
    private int refusedTotal;
    private int added;
    private int changed;
    private int unchanged;

    CatalogImport(GoodsSource source) {
        this.source = source;
    }

    /** What one does with a good line. */
    @FunctionalInterface
    private interface Taker {
        void take(GoodsLines.Line.Fit line) throws SQLException;
    }

    /** Whether the file can be taken over; {@code Imported} then says that it can, its counts say nothing yet. */
    ImportAnswer check() {
        try {
            return switch (GoodsFile.inspect(source)) {
                case GoodsFile.Inspection.Unfit(NotGoods why) -> new ImportAnswer.NotAGoodsFile(why);
                case GoodsFile.Inspection.Fit(GoodsFile fit) -> {
                    file = fit;
                    yield walk(fit, line -> {});
                }
            };
        } catch (IOException e) {
            return new ImportAnswer.NotAGoodsFile(new NotGoods.Unreadable());
        } catch (SQLException e) {
            throw new IllegalStateException("checking a file asks no database", e);
        }
    }

    /** Takes the file over in the connection's transaction; what is not {@code Imported} is rolled back here. */
    ImportAnswer takeOver(Connection connection) throws SQLException {
        if (file == null) throw new IllegalStateException("check the file first");
        try (GoodsWriter writer = new GoodsWriter(connection)) {
            ImportAnswer answer = walk(file, line -> take(writer, line));
            if (answer instanceof ImportAnswer.Imported) writer.flush();
            else connection.rollback();
            return answer;
        } catch (IOException e) {
            connection.rollback();
            return new ImportAnswer.NotAGoodsFile(new NotGoods.Unreadable());
        }
    }

    private ImportAnswer walk(GoodsFile goods, Taker taker) throws IOException, SQLException {
        int lines = 0;
        try (Reader reader = goods.reader()) {
            GoodsLines walked = new GoodsLines(goods, goods.rows(reader));
            for (GoodsLines.Line line = walked.next(); line != null; line = walked.next()) {
                if (++lines > ImportAnswer.LINES_MAX) return tooMany();
                switch (line) {
                    case GoodsLines.Line.Unfit(int number, GoodProblem problem) -> refuse(number, problem);
                    case GoodsLines.Line.Fit fit -> taker.take(fit);
                }
            }
        }
        if (lines == 0) return new ImportAnswer.NotAGoodsFile(new NotGoods.Empty());
        if (refusedTotal > 0) return new ImportAnswer.Refused(List.copyOf(refused), refusedTotal);
        return new ImportAnswer.Imported(added, changed, unchanged, goods.ignoredColumns());
    }

    private static ImportAnswer tooMany() {
        return new ImportAnswer.NotAGoodsFile(new NotGoods.TooManyLines(ImportAnswer.LINES_MAX));
    }

    private void refuse(int line, GoodProblem problem) {
        refusedTotal++;
        if (refused.size() < ImportAnswer.REFUSED_LINES_REPORTED_MAX) {
            refused.add(new ImportAnswer.RefusedLine(line, problem));
        }
    }

    private void take(GoodsWriter writer, GoodsLines.Line.Fit line) throws SQLException {
        Good before = writer.stored(line.draft().code());
        switch (line.draft().over(before)) {
            case Draft.Outcome.Flawed(GoodProblem problem) -> refuse(line.number(), problem);
            case Draft.Outcome.Whole(Good good) -> write(writer, good, before);
        }
    }

    private void write(GoodsWriter writer, Good good, @Nullable Good before) throws SQLException {
        if (good.equals(before)) {
            unchanged++;
            return;
        }
        if (before == null) added++;
        else changed++;
        writer.write(good, before != null);
    }
}
