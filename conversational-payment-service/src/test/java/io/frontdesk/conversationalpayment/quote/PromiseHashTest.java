package io.frontdesk.conversationalpayment.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PromiseHashTest {
    private static final UUID ID = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final OffsetDateTime END = OffsetDateTime.parse("2026-01-01T10:00:00Z");

    private static Promise promise(
            String visitor, int quantity, String price, @Nullable Slot slot) {
        var line = new QuoteLine(ID, "Cut \"é\"", quantity, Money.parse(price));
        return new Promise(
                ID,
                ID,
                null,
                null,
                new Visitor(visitor, null, null),
                slot,
                List.of(line),
                line.total(),
                3,
                END,
                END.plusDays(1));
    }

    @Test
    void writesCanonicalJson() {
        assertThat(PromiseHash.canonical(promise("Anna", 2, "EUR 4.50", null)))
                .isEqualTo(
                        "{\"expiresAt\":\"2026-01-01T10:00:00Z\",\"id\":\""
                                + ID
                                + "\",\"lines\":"
                                + "[{\"itemId\":\""
                                + ID
                                + "\",\"name\":\"Cut \\\"é\\\"\","
                                + "\"quantity\":2,\"total\":{\"amount\":\"9.00\",\"currency\":"
                                + "\"EUR\"},\"unitPrice\":{\"amount\":\"4.50\",\"currency\":"
                                + "\"EUR\"}}],\"payableUntil\":\"2026-01-02T10:00:00Z\","
                                + "\"policyVersion\":3,\"tenant\":\""
                                + ID
                                + "\",\"total\":"
                                + "{\"amount\":\"9.00\",\"currency\":\"EUR\"},\"visitor\":"
                                + "{\"name\":\"Anna\"}}");
    }

    @Test
    void changesWithEverythingThatIsPromised() {
        var slot = new Slot(ID, END, END.plusHours(1), null);
        var hashes =
                Stream.of(
                                promise("Anna", 2, "EUR 4.50", null),
                                promise("Bob", 2, "EUR 4.50", null),
                                promise("Anna", 1, "EUR 9.00", null),
                                promise("Anna", 2, "USD 4.50", null),
                                promise("Anna", 2, "EUR 4.50", slot),
                                promise(
                                        "Anna",
                                        2,
                                        "EUR 4.50",
                                        new Slot(ID, END, END.plusHours(1), ID)))
                        .map(PromiseHash::of)
                        .toList();
        assertThat(hashes).doesNotHaveDuplicates().allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }
}
