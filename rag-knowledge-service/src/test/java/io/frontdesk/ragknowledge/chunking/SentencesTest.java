package io.frontdesk.ragknowledge.chunking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void doesNotEndASentenceAtAnAbbreviation() {
        assertThat(sentences("Ask Dr. Miller, e.g. by phone. He answers at 8:00 a.m. every day."))
                .containsExactly(
                        "Ask Dr. Miller, e.g. by phone.", "He answers at 8:00 a.m. every day.");
    }

    @Test
    void leavesListMarkersOut() {
        assertThat(sentences("You need:\n- a pen\n2. Some paper. And time.\n  - ink"))
                .containsExactly("You need:", "a pen", "Some paper.", "And time.", "ink");
    }

    @Test
    void splitsTextOfOtherScripts() {
        assertThat(sentences("営業時間は九時からです。日曜日は休みです。")).hasSize(2);
        assertThat(sentences("مفتوح كل يوم. نغلق مساءً.")).hasSize(2);
    }

    @Test
    void findsNothingInNothing() {
        assertThat(sentences("")).isEmpty();
        assertThat(sentences(" \n \n")).isEmpty();
    }

    private static List<String> sentences(String text) {
        return Sentences.of(text).stream().map(span -> span.of(text)).toList();
    }
}
