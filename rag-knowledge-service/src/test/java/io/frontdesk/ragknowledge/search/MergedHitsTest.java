package io.frontdesk.ragknowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.core.CoreHit;
import io.frontdesk.ragknowledge.core.SearchMode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergedHitsTest {

    private static final UUID OWN = UUID.randomUUID();
    private static final UUID PACK = UUID.randomUUID();
    private static final UUID SHARED = UUID.randomUUID();

    @Test
    void putsTheTenantsOwnFirstAtComparableScores() {
        assertThat(order(List.of(hit(OWN, 0.90, 0.80)), List.of(hit(SHARED, 0.95, 0.80))))
                .containsExactly(Origin.OWN, Origin.SHARED);
        assertThat(
                        order(
                                List.of(hit(PACK, 0.95, 0.80), hit(OWN, 0.90, 0.79)),
                                List.of(hit(SHARED, 0.85, 0.80))))
                .containsExactly(Origin.OWN, Origin.PACK, Origin.SHARED);
    }

    @Test
    void letsAClearlyBetterPassageWin() {
        assertThat(order(List.of(hit(OWN, 0.40, 0.60)), List.of(hit(SHARED, 0.95, 0.80))))
                .containsExactly(Origin.SHARED, Origin.OWN);
    }

    @Test
    void seesThroughTheBestOfPoorHits() {
        // Both are the best of their search, which says nothing about how good they are.
        assertThat(order(List.of(hit(OWN, 1.0, 0.55)), List.of(hit(SHARED, 1.0, 0.82))))
                .containsExactly(Origin.SHARED, Origin.OWN);
        assertThat(order(List.of(hit(OWN, 1.0, 0.82)), List.of(hit(SHARED, 1.0, 0.55))))
                .containsExactly(Origin.OWN, Origin.SHARED);
    }

    @Test
    void leavesASearchWithoutOthersAsItIs() {
        var merged =
                MergedHits.of(
                        List.of(hit(OWN, 0.9, 0.7), hit(OWN, 0.4, 0.6)),
                        Set.of(),
                        List.of(),
                        SearchMode.HYBRID);
        assertThat(merged).extracting(MergedHits.Ranked::score).containsExactly(0.9, 0.4);
    }

    @Test
    void keepsTheOrderWithinEachSearchAndScoresFromZero() {
        var merged =
                MergedHits.of(
                        List.of(hit(OWN, 0.9, 0.5), hit(OWN, 0.3, null), hit(OWN, 0.1, null)),
                        Set.of(),
                        List.of(hit(SHARED, 0.8, 0.9), hit(SHARED, 0.7, 0.2)),
                        SearchMode.HYBRID);
        assertThat(merged).extracting(MergedHits.Ranked::score).allMatch(score -> score >= 0);
        assertThat(
                        merged.stream()
                                .filter(ranked -> ranked.origin() == Origin.OWN)
                                .map(ranked -> ranked.hit().score()))
                .containsExactly(0.9, 0.3, 0.1);
    }

    private static List<Origin> order(List<CoreHit> own, List<CoreHit> shared) {
        return MergedHits.of(own, Set.of(PACK), shared, SearchMode.HYBRID).stream()
                .map(MergedHits.Ranked::origin)
                .toList();
    }

    private static CoreHit hit(UUID base, double score, @Nullable Double cosine) {
        return new CoreHit(
                UUID.randomUUID(),
                UUID.randomUUID(),
                base,
                "Title",
                List.of(),
                "Text",
                null,
                score,
                cosine,
                null);
    }
}
