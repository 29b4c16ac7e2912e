package io.frontdesk.ragknowledge.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.core.Vector;
import io.frontdesk.ragknowledge.core.Vectors;
import io.frontdesk.ragknowledge.evidence.Embedder;
import io.frontdesk.ragknowledge.search.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CitationPropertiesTest {

    private static final List<String> PARTS =
            List.of(
                    "You can carry over 240 hours of annual leave.",
                    "It must be requested in writing.",
                    "For bereavement, you can use:\n- Sick leave\n- Funeral leave",
                    "1. Call Dr. Miller, e.g. at 8:00 a.m.\n2. Ask for leave. Then wait.",
                    "Plan: Basic; Hours of leave: 12",
                    "営業時間は九時からです。年休は二十日あります。",
                    "الإجازة السنوية عشرون يومًا.",
                    "\ud83c\udf34 Annual leave! Is it 4 hours per pay period?",
                    "no end mark and a tab\there about annual leave hours",
                    ":");

    @Property(tries = 300)
    void quotesWordForWordWhatTheAnswerSays(
            @ForAll("passages") List<Passage> passages, @ForAll("questions") String question) {
        var answer = new Answering(new Alike()).answer(question, passages);

        assertThat(answer.abstained()).isEqualTo(answer.citations().isEmpty());
        assertThat(answer.confidence()).isBetween(0.0, 1.0);
        int last = 0;
        for (var citation : answer.citations()) {
            assertThat(answer.answer().substring(citation.start(), citation.end()))
                    .isEqualTo(citation.quote());
            assertThat(passages)
                    .filteredOn(passage -> passage.chunkId().equals(citation.chunkId()))
                    .singleElement()
                    .satisfies(passage -> assertThat(passage.text()).contains(citation.quote()));
            assertThat(answer.answer().substring(last, citation.start())).isBlank();
            last = citation.end();
        }
        assertThat(answer.abstained() || last == answer.answer().length()).isTrue();
    }

    @Provide
    Arbitrary<List<Passage>> passages() {
        return Arbitraries.of(PARTS)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(CitationPropertiesTest::passages);
    }

    @Provide
    Arbitrary<String> questions() {
        return Arbitraries.of(
                "How many hours of annual leave can I carry over?",
                "What can I use for bereavement?",
                "年休は何日ありますか",
                "How much does a parking space cost?",
                "the of and",
                "?!");
    }

    private static List<Passage> passages(List<List<String>> texts) {
        var passages = new ArrayList<Passage>();
        for (int i = 0; i < texts.size(); i++) {
            passages.add(
                    new Passage(
                            new UUID(1, i),
                            new UUID(2, i / 2),
                            "Leave",
                            i % 2 == 0 ? List.of("Types of leave", "Annual leave") : List.of(),
                            String.join("\n\n", texts.get(i)),
                            i % 3 == 0 ? i + 1 : null,
                            1));
        }
        return passages;
    }

    private static final class Alike implements Embedder {
        @Override
        public Vector question(String question) {
            return Vectors.of(1, 0);
        }

        @Override
        public List<Vector> sentences(List<String> sentences) {
            return sentences.stream()
                    .map(s -> Vectors.of(0.5f + s.length() % 5 * 0.1f, 0))
                    .toList();
        }
    }
}
