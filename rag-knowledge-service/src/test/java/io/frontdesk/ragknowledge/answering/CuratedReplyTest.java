package io.frontdesk.ragknowledge.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.override.CuratedAnswer;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CuratedReplyTest {

    private static final UUID ID = new UUID(1, 1);

    @Test
    void citesEverySentenceAsItself() {
        var answer =
                CuratedReply.of(
                        new CuratedAnswer(ID, "Parking?", "Park behind the house. It is free."));

        assertThat(answer.overrideId()).isEqualTo(ID);
        assertThat(answer.citations())
                .hasSize(2)
                .allSatisfy(citation -> {
                    assertThat(citation.documentId()).isEqualTo(ID);
                    assertThat(citation.chunkId()).isEqualTo(ID);
                    assertThat(citation.title()).isEqualTo("Curated answer");
                    assertThat(answer.answer().substring(citation.start(), citation.end()))
                            .isEqualTo(citation.quote());
                });
    }

    @Test
    void loadsNothingFromElsewhere() {
        var answer =
                CuratedReply.of(
                        new CuratedAnswer(ID, "x", "See ![map](https://evil.example/m.png)."));

        assertThat(answer.abstained()).isTrue();
        assertThat(answer.answer()).doesNotContain("evil");
    }
}
