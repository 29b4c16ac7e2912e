package io.frontdesk.ragcore.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TextEmbedderTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TextEmbedder embedder = new TextEmbedder(meters);

    @AfterEach
    void close() throws Exception {
        embedder.destroy();
    }

    @Test
    void becomesReadyByItself() {
        Awaitility.await().until(embedder::ready);
    }

    @Test
    void keepsTheOrderOfPassages() {
        var alone = embedder.passages(List.of("second")).getFirst();
        var batch = embedder.passages(List.of("first", "second", "third"));

        assertThat(batch.get(1).vector()).isEqualTo(alone.vector());
    }

    @Test
    void tellsAQuestionFromAPassage() {
        assertThat(embedder.question("sick leave").vector())
                .isNotEqualTo(embedder.passages(List.of("sick leave")).getFirst().vector());
    }

    @Test
    void answersAQuestionWhileABatchWaits() {
        Awaitility.await().until(embedder::ready);
        var text = "The employee must submit the form within days before the trip. ".repeat(20);
        var batch =
                CompletableFuture.runAsync(() -> embedder.passages(Collections.nCopies(40, text)));
        Awaitility.await()
                .until(() -> meters.timer("frontdesk.embedding", "kind", "passage").count() > 0);

        embedder.question("sick leave");

        assertThat(batch).isNotDone();
        batch.join();
    }

    @Test
    void refusesMoreThanItCanDo() {
        assertThatThrownBy(() -> embedder.passages(Collections.nCopies(2_000, "text")))
                .isInstanceOf(EmbeddingBusy.class);
    }
}
