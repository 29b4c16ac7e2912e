package io.frontdesk.ragcore.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BgeSmallModelTest {
    private static final BgeSmallModel model = BgeSmallModel.load();

    @AfterAll
    static void close() throws Exception {
        model.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Staff get 13 days of sick leave a year.",
                "What about visitors?",
                "日本語のテキスト 🎉"
            })
    void agreesWithTheReference(String text) {
        var reference = new BgeSmallEnV15QuantizedEmbeddingModel().embed(text).content().vector();

        assertThat(cosine(model.embed(text).vector(), reference)).isCloseTo(1, within(1e-4));
    }

    @Test
    void findsTheParaphraseNearer() {
        var question = model.embed("How much vacation do I have?").vector();

        assertThat(cosine(question, model.embed("Employees earn annual leave.").vector()))
                .isGreaterThan(cosine(question, model.embed("The laptop weighs 2 kg.").vector()));
    }

    @Test
    void readsTheEndOfALongText() {
        var start = "The travel guide explains vouchers and approvals. ".repeat(100);
        var plain = model.embed(start);
        var ending = model.embed(start + "Sick leave is thirteen days a year. ".repeat(60));
        var question = model.embed("sick leave days").vector();

        assertThat(plain.tokens()).isGreaterThan(510);
        assertThat(cosine(question, ending.vector()))
                .isGreaterThan(cosine(question, plain.vector()) + 0.02);
    }

    @Test
    void countsTheTokensOfAShortText() {
        assertThat(model.embed("hello world").tokens()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\ud800 half", "a\u0000b", "\u200b", "كيف حالك", "\"AND (OR\" ~*?"})
    void takesAnyText(String text) {
        var vector = model.embed(text).vector();

        assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-4));
    }

    private static double cosine(float[] one, float[] other) {
        return IntStream.range(0, one.length).mapToDouble(i -> one[i] * other[i]).sum();
    }
}
