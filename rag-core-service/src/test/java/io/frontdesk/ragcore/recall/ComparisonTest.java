package io.frontdesk.ragcore.recall;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragcore.index.Candidate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final int ROWS = 40;

    @Test
    void isOneWhereTheNearestTenWereProposed() {
        assertThat(recall(IntStream.range(0, 30).toArray())).isEqualTo(1);
        assertThat(recall(9, 8, 7, 6, 5, 4, 3, 2, 1, 0)).isEqualTo(1);
    }

    @Test
    void countsWhatIsMissing() {
        assertThat(recall(0, 1, 2, 3, 4, 20, 21, 22, 23, 24)).isEqualTo(0.5);
        assertThat(recall(0, 1, 2)).isEqualTo(0.3);
        assertThat(recall()).isZero();
    }

    @Test
    void doesNotCountTheNearestThatWereProposedLate() {
        assertThat(recall(20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 0, 1, 2)).isZero();
    }

    @Test
    void leavesOutProposalsWithoutARow() {
        assertThat(recall(100, 101, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)).isEqualTo(1);
    }

    @Test
    void takesAnyOfThoseThatAreEquallyNear() {
        var proposed = IntStream.range(5, 15).mapToObj(ComparisonTest::candidate).toList();
        var comparison = new Comparison(new float[] {1, 0}, proposed);
        IntStream.range(0, 20).forEach(i -> comparison.read(new UUID(0, i), new float[] {1, 1}));

        assertThat(comparison.recall()).isEqualTo(1);
    }

    @Test
    void isOneWhereThereAreNoRows() {
        assertThat(new Comparison(new float[] {1, 0}, List.of()).recall()).isEqualTo(1);
    }

    /** The rows' distance from the question grows with their number. */
    private static double recall(int... proposed) {
        var candidates = IntStream.of(proposed).mapToObj(ComparisonTest::candidate).toList();
        var comparison = new Comparison(new float[] {1, 0}, candidates);
        for (var i = ROWS - 1; i >= 0; i--) {
            comparison.read(new UUID(0, i), new float[] {1, 0.1f * i});
        }
        return comparison.recall();
    }

    private static Candidate candidate(int number) {
        return new Candidate(new UUID(0, number), 0);
    }
}
