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
    void sumsMeaningAndWordsByWeight() {
        var dense = List.of(at(A, 0.9f), at(B, 0.84f), at(C, 0.5f));
        var lexical = List.of(at(B, 12), at(A, 6), at(C, 3));

        var fused = fuse(dense, lexical);

        assertThat(fused).extracting(Candidate::chunk).containsExactly(A, B, C);
        assertThat(fused.getFirst().score()).isCloseTo(0.8f + 0.2f * 0.5f, within(1e-5f));
        assertThat(fused.get(1).score()).isCloseTo(0.8f * 0.8f + 0.2f, within(1e-5f));
        assertThat(fused.getLast().score()).isCloseTo(0.2f * 0.25f, within(1e-5f));
    }

    @Test
    void staysBetweenZeroAndOne() {
        assertThat(fuse(List.of(at(A, -0.2f)), List.of(at(A, 40))).getFirst().score())
                .isEqualTo(1, within(1e-6f));
        assertThat(fuse(List.of(at(A, 0.9f), at(B, -0.9f)), List.of()).getLast().score()).isZero();
    }

    @Test
    void keepsWhatOnlyOneListHas() {
        var fused = fuse(List.of(at(A, 0.9f), at(B, 0.5f)), List.of(at(C, 3)));

        assertThat(fused).extracting(Candidate::chunk).containsExactly(A, C, B);
    }

    @Test
    void isTheOtherListWhereOneIsEmpty() {
        var lexical = List.of(at(B, 9), at(A, 4), at(C, 1));

        assertThat(fuse(List.of(), lexical)).extracting(Candidate::chunk).containsExactly(B, A, C);
        assertThat(fuse(List.of(), List.of())).isEmpty();
    }

    @Test
    void obeysTheExtremesOfItsWeight() {
        var dense = List.of(at(A, 0.9f), at(B, 0.8f));
        var lexical = List.of(at(B, 12), at(A, 6));

        assertThat(ScoreFusion.fuse(dense, lexical, 100, 1).getFirst().chunk()).isEqualTo(A);
        assertThat(ScoreFusion.fuse(dense, lexical, 100, 0).getFirst().chunk()).isEqualTo(B);
    }

    @Test
    void ordersEqualsTheSameEachTime() {
        var dense = List.of(at(C, 0.5f), at(A, 0.5f), at(B, 0.5f));

        assertThat(fuse(dense, List.of())).extracting(Candidate::chunk).containsExactly(A, B, C);
    }

    @Test
    void letsTheExactWordDecideAmongTextsOfAlmostTheSameMeaning() {
        var dense = List.of(at(A, 0.702f), at(B, 0.701f), at(C, 0.699f));
        var lexical = List.of(at(C, 12), at(A, 4), at(B, 4));

        assertThat(fuse(dense, lexical).getFirst().chunk()).isEqualTo(C);
    }

    @Test
    void doesNotTakeACutOffListForAll() {
        var dense = List.of(at(A, 0.702f), at(B, 0.701f), at(C, 0.68f));
        var lexical = List.of(at(C, 12), at(A, 11));

        assertThat(ScoreFusion.fuse(dense, lexical, 2, 0.8).get(2).score())
                .isGreaterThan(ScoreFusion.fuse(dense, lexical, 100, 0.8).get(2).score());
    }

    private static List<Candidate> fuse(List<Candidate> dense, List<Candidate> lexical) {
        return ScoreFusion.fuse(dense, lexical, 100, ScoreFusion.DENSE);
    }

    private static Candidate at(UUID chunk, float score) {
        return new Candidate(chunk, score);
    }
}
