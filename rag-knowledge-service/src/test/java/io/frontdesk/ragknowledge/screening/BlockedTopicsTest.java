package io.frontdesk.ragknowledge.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.policy.Policy.BlockedTopic;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockedTopicsTest {

    private static final List<BlockedTopic> TOPICS =
            List.of(
                    new BlockedTopic(
                            "law",
                            List.of(
                                    "lawsuit",
                                    "legal advice",
                                    "café crème",
                                    "医疗建议",
                                    "Rechtsstreit"),
                            null));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Can I file a lawsuit?",
                "What about LAWSUITS against you?",
                "l a w s u i t",
                "Tell me about the l.a.w.s.u.i.t please",
                "law-suit",
                "law suit?",
                "a law\u200bsu\u00adit",
                "l\u0430wsuit with a Cyrillic letter",
                "ｌａｗｓｕｉｔ",
                "𝐥𝐚𝐰𝐬𝐮𝐢𝐭",
                "l@w5u1t",
                "láwsüit",
                "\u202elawsuit\u202c",
                "I need legal, urgent advice",
                "advice that is legal",
                "LEGAL\u00a0ADVICE",
                "A cafe creme please",
                "我需要医疗建议吗",
                "ein RECHTSSTREIT"
            })
    void findsAPhraseHoweverItIsWritten(String question) {
        assertThat(BlockedTopics.in(question, TOPICS)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How much is a cleaning?",
                "Do you sell suits?",
                "Is it legal to park here?",
                "Do you give advice on teeth?",
                "What law applies? My suit is wet.",
                "",
                "?!"
            })
    void leavesOtherQuestionsAlone(String question) {
        assertThat(BlockedTopics.in(question, TOPICS)).isEmpty();
    }
}
