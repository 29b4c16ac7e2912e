package io.frontdesk.ragcore.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every chunk index must do. */
public abstract class ChunkIndexContract extends ChunkContentContract {
    protected static final UUID TENANT = new UUID(1, 1);
    protected static final UUID OTHER = new UUID(1, 2);
    private static final UUID BASE = new UUID(2, 1);
    private static final UUID SECOND = new UUID(2, 2);
    private static final SearchScope EVERYWHERE = new SearchScope(TENANT, null);

    @BeforeEach
    void empty() {
        index().clear("test");
    }

    @Test
    void startsAtTheBeginningOfItsFeed() {
        assertThat(index().checkpoint()).isEqualTo(new Checkpoint("test", 0));
    }

    @Test
    void findsByWordAsSoonAsItIsApplied() {
        var sick = chunk(1, "Sick leave is thirteen days.", 0);
        apply(1, sick, chunk(2, "Laptops are replaced every third year.", 1));

        assertThat(index().lexical(EVERYWHERE, "sick days", 10))
                .extracting(Candidate::chunk)
                .containsExactly(sick.chunk());
        assertThat(index().checkpoint()).isEqualTo(new Checkpoint("test", 1));
    }

    @Test
    void reducesWordsToTheirStems() {
        apply(1, chunk(1, "Employees are approved for travelling.", 0));

        assertThat(index().lexical(EVERYWHERE, "employee approval of travel", 10)).hasSize(1);
    }

    @Test
    void findsByTitleAndHeading() {
        apply(1, chunk(1, "It is thirteen days.", 0));

        assertThat(index().lexical(EVERYWHERE, "handbook", 10)).hasSize(1);
        assertThat(index().lexical(EVERYWHERE, "absence", 10)).hasSize(1);
    }

    @Test
    void ranksRareWordsAboveCommonOnes() {
        var rare = chunk(9, "form for the sabbatical", 9);
        var changes = new ArrayList<>(List.of(rare));
        IntStream.range(1, 8).forEach(i -> changes.add(chunk(i, "form for the trip form", i)));
        index().apply(changes, 1);

        assertThat(index().lexical(EVERYWHERE, "sabbatical form", 10).getFirst().chunk())
                .isEqualTo(rare.chunk());
    }

    @Test
    void findsTheNearestByCosine() {
        apply(1, chunk(1, "a", 0), chunk(2, "b", 1));

        var found = index().dense(EVERYWHERE, "test", axis(0), 10);

        assertThat(found).extracting(Candidate::chunk).startsWith(id(1));
        assertThat(found.getFirst().score()).isEqualTo(1, within(1e-5f));
        assertThat(found.getLast().score()).isEqualTo(0, within(1e-5f));
    }

    @Test
    void keepsTenantsApart() {
        apply(
                1,
                chunk(1, "Sick leave.", 0),
                new ChunkChange(id(2), OTHER, 1, content(BASE, "Sick leave.", axis(0))));

        assertThat(index().lexical(EVERYWHERE, "sick", 10)).hasSize(1);
        assertThat(index().dense(EVERYWHERE, "test", axis(0), 10)).hasSize(1);
        assertThat(index().dense(new SearchScope(new UUID(1, 9), null), "test", axis(0), 10))
                .isEmpty();
    }

    @Test
    void staysInTheBasesNamed() {
        var second = new ChunkChange(id(2), TENANT, 1, content(SECOND, "Sick leave.", axis(0)));
        apply(1, chunk(1, "Sick leave.", 0), second);
        var scope = new SearchScope(TENANT, Set.of(SECOND));

        assertThat(index().lexical(scope, "sick", 10))
                .extracting(Candidate::chunk)
                .containsExactly(id(2));
        assertThat(index().dense(scope, "test", axis(0), 10))
                .extracting(Candidate::chunk)
                .containsExactly(id(2));
        assertThat(index().lexical(new SearchScope(TENANT, Set.of()), "sick", 10)).isEmpty();
        assertThat(index().dense(new SearchScope(TENANT, Set.of()), "test", axis(0), 10)).isEmpty();
    }

    @Test
    void findsTheFewOfASmallTenantAmongMany() {
        var random = new Random(7);
        for (var page = 0; page < 10; page++) {
            var changes = new ArrayList<ChunkChange>();
            for (var i = 0; i < 100; i++) {
                var content = content(BASE, "noise", random(random));
                changes.add(new ChunkChange(id(1_000 + page * 100 + i), OTHER, page, content));
            }
            index().apply(changes, page + 1);
        }
        apply(11, chunk(1, "a", 0), chunk(2, "b", 1), chunk(3, "c", 2));

        assertThat(index().dense(EVERYWHERE, "test", random(random), 100)).hasSize(3);
    }

    @Test
    void replacesWhatChanged() {
        apply(1, chunk(1, "Sick leave.", 0));
        apply(2, chunk(1, "Parking.", 1));

        assertThat(index().lexical(EVERYWHERE, "sick", 10)).isEmpty();
        assertThat(index().lexical(EVERYWHERE, "parking", 10)).hasSize(1);
        assertThat(index().dense(EVERYWHERE, "test", axis(1), 10)).hasSize(1);
        assertThat(index().dense(EVERYWHERE, "test", axis(1), 1).getFirst().score())
                .isGreaterThan(0.9f);
    }

    @Test
    void forgetsWhatIsGoneAndTakesItTwice() {
        apply(1, chunk(1, "Sick leave.", 0));
        apply(2, new ChunkChange(id(1), TENANT, 2, null));
        apply(2, new ChunkChange(id(1), TENANT, 2, null));

        assertThat(index().lexical(EVERYWHERE, "sick", 10)).isEmpty();
        assertThat(index().dense(EVERYWHERE, "test", axis(0), 10)).isEmpty();
    }

    @Test
    void goesOnWithinOnePosition() {
        index().apply(List.of(chunk(1, "first page", 0)), 0);
        index().apply(List.of(chunk(2, "second page", 1)), 1);

        assertThat(index().lexical(EVERYWHERE, "page", 10)).hasSize(2);
        assertThat(index().checkpoint().position()).isEqualTo(1);
    }

    @Test
    void clearsEverything() {
        apply(1, chunk(1, "Sick leave.", 0));
        index().clear("other");

        assertThat(index().lexical(EVERYWHERE, "sick", 10)).isEmpty();
        assertThat(index().checkpoint()).isEqualTo(new Checkpoint("other", 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "???",
                "\"AND (OR NOT) [a TO b] ~2 ^3 * \\",
                "'; drop table chunk; --",
                "the of and",
                "a\u0000b & | ! <-> :*",
                "日本語の質問 كيف حالك вопрос 🎉",
                "\ud800 half"
            })
    void takesAnyQuestion(String question) {
        apply(1, chunk(1, "Sick leave.", 0));

        assertThat(index().lexical(EVERYWHERE, question, 10)).isEmpty();
    }

    @Test
    void takesALongQuestion() {
        var text = new StringBuilder("sick ");
        IntStream.range(0, 3_000).forEach(i -> text.append("word").append(i).append(' '));
        apply(1, chunk(1, "Sick leave.", 0));

        assertThat(index().lexical(EVERYWHERE, text.toString(), 10)).hasSize(1);
    }

    private void apply(long position, ChunkChange... changes) {
        index().apply(List.of(changes), position);
    }

    protected static ChunkChange chunk(int id, String text, int axis) {
        return new ChunkChange(id(id), TENANT, 1, content(BASE, text, axis(axis)));
    }

    private static ChunkChange.Content content(UUID base, String text, float[] embedding) {
        return new ChunkChange.Content(
                base,
                "Handbook",
                List.of("Leave", "Absences"),
                text,
                "en",
                Map.of("test", embedding));
    }

    private static UUID id(int id) {
        return new UUID(3, id);
    }

    private static float[] axis(int axis) {
        var vector = new float[384];
        vector[axis] = 1;
        return vector;
    }

    private static float[] random(Random random) {
        var vector = new float[384];
        var length = 0.0;
        for (var i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
            length += vector[i] * vector[i];
        }
        for (var i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(length);
        }
        return vector;
    }
}
