package tillbook.catalog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tillbook.money.Money;

/**
 * A good as far as a line or form tells it. What it leaves out stays as it was, so that a file of new prices does not
 * turn weighed goods into pieces. Immutable.
 */
record Draft(
        String code,
        String name,
        Money unitPrice,
        @Nullable String englishName,
        @Nullable String unit,
        @Nullable Boolean weighed,
        @Nullable Integer taxBasisPoints,
        @Nullable String ownInitials,
        @Nullable Boolean active) {

    /** What a draft comes to. */
    sealed interface Outcome {
        record Whole(Good good) implements Outcome {}

        record Flawed(GoodProblem problem) implements Outcome {}
    }

    /** The good this draft makes of the stored one, or of none. */
    Outcome over(@Nullable Good stored) {
        Good base = stored != null ? stored : Good.ofPiece(code, name, unitPrice);
        boolean byWeight = Objects.requireNonNullElse(weighed, base.weighed());
        if (byWeight && unit != null && !Good.isKilogram(unit)) {
            return new Outcome.Flawed(new GoodProblem.WeighedNotPerKg(GoodProblem.shown(unit)));
        }
        return new Outcome.Whole(new Good(
                code,
                name,
                Objects.requireNonNullElse(englishName, base.englishName()),
                unitPrice,
                unitFor(byWeight, base),
                byWeight,
                Objects.requireNonNullElse(taxBasisPoints, base.taxBasisPoints()),
                Objects.requireNonNullElse(ownInitials, base.ownInitials()),
                Objects.requireNonNullElse(active, base.active())));
    }

    private String unitFor(boolean byWeight, Good base) {
        if (unit != null) return unit;
        boolean fits = byWeight == base.weighed();
        if (fits) return base.unit();
        return byWeight ? "kg" : "件";
    }
}
