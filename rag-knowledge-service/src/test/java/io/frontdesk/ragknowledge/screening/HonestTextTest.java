package io.frontdesk.ragknowledge.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.Samples;
import io.frontdesk.ragknowledge.chunking.Chunk;
import io.frontdesk.ragknowledge.chunking.Chunker;
import io.frontdesk.ragknowledge.chunking.Sentences;
import io.frontdesk.ragknowledge.parsing.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is screened must not cost honest documents their answers. */
class HonestTextTest {

    @Test
    void sparesTheHandbook(TestReporter report) throws IOException {
        var chunks = new ArrayList<Chunk>();
        for (var file : Samples.in("handbook")) {
            chunks.addAll(Chunker.chunks(Reading.of(file).content()));
        }
        var sentences =
                chunks.stream()
                        .flatMap(c -> Sentences.of(c.text()).stream().map(s -> s.of(c.text())))
                        .toList();
        var ordering = chunks.stream().filter(c -> Instructions.giveOrders(c.text())).toList();
        List<String> suspected = sentences.stream().filter(Instructions::areSuspectedIn).toList();
        report.publishEntry(
                "screened",
                "%d of %d passages, %d of %d sentences: %s"
                        .formatted(
                                ordering.size(),
                                chunks.size(),
                                suspected.size(),
                                sentences.size(),
                                suspected));

        assertThat(ordering).isEmpty();
        assertThat(suspected).hasSizeLessThan(sentences.size() / 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please do not ignore previous instructions of your dentist.",
                "Do not forget all the rules of hygiene before you visit.",
                "Forgot your password? Reset it on the login page.",
                "Our chatbot can book appointments around the clock.",
                "A dental assistant must wear gloves at all times.",
                "Your assistant should bring the signed form.",
                "You are now a member of the club.",
                "Reply with STOP to unsubscribe.",
                "Answer the phone within three rings.",
                "State the reason for your absence in the form.",
                "Tell the receptionist that you are pregnant.",
                "Include your name and the date of your appointment.",
                "System: Linux; Price: 10 EUR",
                "The price is 95 EUR, and an assistant is included.",
                "Write to us at office@example.com if you have questions.",
                "N'oubliez pas les consignes d'hygiène.",
                "Vergessen Sie nicht die Regeln der Hausordnung.",
                "Пожалуйста, не забудьте правила поведения.",
                "请不要忘记预约时间。",
                "This guideline replaces all previous guidelines.",
                "The end of the document lists all fees.",
                "Ask your doctor before you stop following the treatment plan.",
                "Say goodbye to tooth pain: our cleaning costs 95 EUR.",
                "The IBAN is DE89370400440532013000."
            })
    void sparesWhatOnlyLooksLikeAnOrder(String honest) {
        assertThat(Instructions.areSuspectedIn(honest)).isFalse();
    }
}
