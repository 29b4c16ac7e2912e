package io.frontdesk.ragknowledge.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.ragknowledge.questionset.AskedQuestion;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackReaderTest {

    @Test
    void readsAllPacksThatShip() {
        assertThat(ShippedPacks.all())
                .hasSize(8)
                .allSatisfy(pack -> {
                    assertThat(pack.articles()).hasSizeBetween(5, 8);
                    assertThat(pack.questions()).hasSizeGreaterThanOrEqualTo(20);
                    assertThat(
                                    pack.questions().stream()
                                            .filter(question -> !question.answerable())
                                            .count())
                            .isGreaterThanOrEqualTo(pack.questions().size() / 5);
                    assertThat(
                                    pack.questions().stream()
                                            .filter(AskedQuestion::answerable)
                                            .filter(q ->
                                                    pack.refusals().stream()
                                                            .anyMatch(rule ->
                                                                    rule.covers(q.question()))))
                            .as("rules refuse no question that has an answer")
                            .isEmpty();
                });
    }

    @Test
    void namesFileAndFieldOrLineOfEachFault() {
        var files =
                new PackFiles(
                        "x",
                        Map.of(
                                "pack.yaml", "name: Bad Name\ntitle: T\nversion: 1.0.0\n",
                                "knowledge/a.md", "no title",
                                "evaluation.jsonl", "{\"question\":1,\"x\":2}"));
        assertThatThrownBy(() -> PackReader.read(ShippedPacks.VALIDATOR, files))
                .isInstanceOf(InvalidPack.class)
                .hasMessageContaining("pack.yaml: name:")
                .hasMessageContaining("pack.yaml: catalogue:")
                .hasMessageContaining("knowledge/a.md: line 1")
                .hasMessageContaining("evaluation.jsonl: line 1");
    }
}
