package io.frontdesk.ragcore.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.frontdesk.ragcore.index.Candidate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScoreFusionTest {
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);

    @Test
    void stretchesEachListAndSumsByWeight() {
        var dense = List.of(at(A, 0.9f), at(B, 0.8f), at(C, 0.7f));
        var lexical = List.of(at(B, 12), at(A, 6), at(C, 2));

        var fused = ScoreFusion.fuse(dense, lexical, 100);

        assertThat(fused).extracting(Candidate::chunk).containsExactly(A, B, C);
        assertThat(fused.getFirst().score()).isCloseTo(0.6f + 0.4f * 0.4f, within(1e-5f));
        assertThat(fused.getLast().score()).isZero();
    }

    @Test
    void staysBetweenZeroAndOne() {
        var fused = ScoreFusion.fuse(List.of(at(A, -0.2f)), List.of(at(A, 40)), 100);

        assertThat(fused.getFirst().score()).isEqualTo(1, within(1e-6f));
    }

    @Test
    void keepsWhatOnlyOneListHas() {
        var fused = ScoreFusion.fuse(List.of(at(A, 0.9f), at(B, 0.5f)), List.of(at(C, 3)), 100);

        assertThat(fused).extracting(Candidate::chunk).containsExactly(A, C, B);
    }

    @Test
    void isTheOtherListWhereOneIsEmpty() {
        var lexical = List.of(at(B, 9), at(A, 4), at(C, 1));

        assertThat(ScoreFusion.fuse(List.of(), lexical, 100))
                .extracting(Candidate::chunk)
                .containsExactly(B, A, C);
        assertThat(ScoreFusion.fuse(List.of(), List.of(), 100)).isEmpty();
    }

    @Test
    void ordersEqualsTheSameEachTime() {
        var dense = List.of(at(C, 0.5f), at(A, 0.5f), at(B, 0.5f));

        assertThat(ScoreFusion.fuse(dense, List.of(), 100))
                .extracting(Candidate::chunk)
                .containsExactly(A, B, C);
    }

    @Test
    void letsTheExactWordDecideAmongTextsOfAlmostTheSameMeaning() {
        var dense = List.of(at(A, 0.702f), at(B, 0.701f), at(C, 0.699f));
        var lexical = List.of(at(C, 12), at(A, 4), at(B, 4));

        assertThat(ScoreFusion.fuse(dense, lexical, 100).getFirst().chunk()).isEqualTo(C);
    }

    @Test
    void doesNotTakeACutOffListForAll() {
        var dense = List.of(at(A, 0.702f), at(B, 0.701f));
        var lexical = List.of(at(C, 12), at(A, 4));

        assertThat(ScoreFusion.fuse(dense, lexical, 2).getFirst().chunk()).isEqualTo(C);
    }

    private static Candidate at(UUID chunk, float score) {
        return new Candidate(chunk, score);
    }
}
