package io.frontdesk.ragcore.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every chunk index must make of a chunk's languages, fields and models. */
abstract class ChunkContentContract {
    private static final UUID OWNER = new UUID(1, 7);
    private static final UUID BASE = new UUID(2, 7);
    private static final SearchScope ALL = new SearchScope(OWNER, null);

    protected abstract ChunkIndex index();

    @ParameterizedTest
    @CsvSource({
        "en, We approve travelling., approval of travel",
        "de, Die Preise der Behandlungen, Preis einer Behandlung",
        "fr, Les tarifs des consultations, tarif consultation",
        "es, Las reservas canceladas, reserva cancelada",
        "ru, цены на стрижку, цена стрижки",
        "ja, 営業時間は九時からです, 営業時間",
        "pl, Strzyżenie męskie, strzyzenie",
        "und, We approve travelling., approval of travel"
    })
    void findsFormsOfAWordInItsLanguage(String language, String text, String question) {
        put(text(1, language, text), text(2, "en", "Something else."));

        assertThat(index().lexical(ALL, question, 10))
                .extracting(Candidate::chunk)
                .containsExactly(id(1));
    }

    @Test
    void judgesEnglishTheSameWhateverElseThereIs() {
        put(
                text(1, "en", "Prices for colouring and cutting of hair"),
                text(2, "en", "Our prices"),
                text(3, "und", "Hair"));
        var before = index().lexical(ALL, "hair prices", 10);
        put(
                text(4, "de", "Preise für Färben und Schneiden der Haare"),
                text(5, "fr", "Les prix de la coupe"));

        assertThat(before).hasSize(3);
        assertThat(index().lexical(ALL, "hair prices", 10)).isEqualTo(before);
    }

    @Test
    void countsTheNearestHeadingMoreThanTheText() {
        put(
                chunk(1, List.of("Rooms", "Parking"), "It is free of charge.", Map.of()),
                chunk(2, List.of("Rooms", "Charge"), "It is free, parking too.", Map.of()));

        assertThat(index().lexical(ALL, "parking", 10))
                .extracting(Candidate::chunk)
                .containsExactly(id(1), id(2));
    }

    @Test
    void keepsModelsApart() {
        put(
                chunk(1, "letters", Map.of("a", axis(384, 0), "b", axis(768, 1))),
                chunk(2, "parcels", Map.of("b", axis(768, 0))));

        assertThat(nearest("a", axis(384, 0))).containsExactly(id(1));
        assertThat(nearest("b", axis(768, 0))).containsExactly(id(2), id(1));
        assertThat(nearest("c", axis(384, 0))).isEmpty();
        assertThat(nearest("a", axis(768, 0))).isEmpty();
        assertThat(index().lexical(ALL, "letters parcels", 10)).hasSize(2);
    }

    @Test
    void movesFromOneModelToAnother() {
        put(chunk(1, "a", Map.of("a", axis(384, 0))));
        put(chunk(1, "a", Map.of("b", axis(384, 0))));

        assertThat(nearest("a", axis(384, 0))).isEmpty();
        assertThat(nearest("b", axis(384, 0))).containsExactly(id(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 256, 1_024, 1_536, 3_072, 4_096})
    void takesModelsOfAnyDimension(int dimension) {
        var model = "of " + dimension + " '\"dimensions\"";
        var near = axis(dimension, 0);
        var far = axis(dimension, dimension - 1);
        far[0] = -1;
        put(chunk(1, "far", Map.of(model, far)), chunk(2, "near", Map.of(model, near)));

        var found = index().dense(ALL, model, near, 10);

        assertThat(found).extracting(Candidate::chunk).containsExactly(id(2), id(1));
        assertThat(found.getFirst().score()).isEqualTo(1, within(1e-3f));
    }

    @Test
    void doesWithoutAVectorThatHasNoDirection() {
        var broken = axis(384, 0);
        broken[3] = Float.NaN;
        put(
                chunk(1, "sick leave", Map.of("a", new float[384])),
                chunk(2, "sick leave", Map.of("a", broken)),
                chunk(3, "sick leave", Map.of()),
                chunk(4, "sick leave", Map.of("a", axis(384, 1))));

        assertThat(index().lexical(ALL, "sick", 10)).hasSize(4);
        assertThat(nearest("a", axis(384, 1))).containsExactly(id(4));
        assertThat(nearest("a", broken)).isEmpty();
        assertThat(nearest("a", new float[384])).isEmpty();
    }

    @Test
    void takesWordsAndQuestionsOfAnySize() {
        var word = "w".repeat(60_000);
        put(
                text(1, "en", "sick " + word + " \ud800 a\0b " + "many words ".repeat(30_000)),
                text(2, "zh", "日本語" + "🎉".repeat(5_000)));

        assertThat(index().lexical(ALL, "sick", 10)).hasSize(1);
        assertThat(index().lexical(ALL, word, 10)).hasSizeLessThanOrEqualTo(1);
        assertThat(index().lexical(ALL, "\udc00\ud800 ".repeat(3_000), 10)).isEmpty();
        assertThat(index().lexical(ALL, "?!".repeat(5_000), 10)).isEmpty();
    }

    private List<UUID> nearest(String model, float[] question) {
        return index().dense(ALL, model, question, 10).stream().map(Candidate::chunk).toList();
    }

    private void put(ChunkChange... changes) {
        index().apply(List.of(changes), index().checkpoint().position() + 1);
    }

    private static ChunkChange text(int id, String language, String text) {
        return change(id, new ChunkChange.Content(BASE, "", List.of(), text, language, Map.of()));
    }

    private static ChunkChange chunk(int id, String text, Map<String, float[]> embeddings) {
        return chunk(id, List.of(), text, embeddings);
    }

    private static ChunkChange chunk(
            int id, List<String> headings, String text, Map<String, float[]> embeddings) {
        return change(id, new ChunkChange.Content(BASE, "Guide", headings, text, "en", embeddings));
    }

    private static ChunkChange change(int id, ChunkChange.Content content) {
        return new ChunkChange(id(id), OWNER, 1, content);
    }

    private static UUID id(int id) {
        return new UUID(3, id);
    }

    private static float[] axis(int dimension, int axis) {
        var vector = new float[dimension];
        vector[axis] = 1;
        return vector;
    }
}
