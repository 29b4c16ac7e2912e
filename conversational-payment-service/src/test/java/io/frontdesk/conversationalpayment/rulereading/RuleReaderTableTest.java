package io.frontdesk.conversationalpayment.rulereading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleReaderTableTest {
    @ParameterizedTest
    @ValueSource(strings = {"tuned", "heldout", "inventive"})
    void readsEveryMessageAsItIsMeant(String table) {
        assertThat(Messages.differences("messages-" + table + ".tsv")).isEmpty();
    }
}
