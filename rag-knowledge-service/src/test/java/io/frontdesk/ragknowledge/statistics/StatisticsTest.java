package io.frontdesk.ragknowledge.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.PlatformApp;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class StatisticsTest extends PlatformApp {

    private static final String PATH = "/api/admin/knowledge/statistics";

    @Autowired private AnswerCounts counts;
    @Autowired private Tenancy tenancy;

    @Test
    void countsWhatATenantKeeps() {
        var base = newBase();
        var text = "This is a text of a tenant.";
        finished(id(upload(base, "a.txt", text)));
        finished(id(upload(base, "broken.pdf", "MZ\u0000 not a document")));
        var figures = ofTenant();
        assertThat(figures.get("bases").intValue()).isEqualTo(1);
        assertThat(figures.get("documents").intValue()).isEqualTo(2);
        assertThat(figures.get("byStatus").get("ready").intValue()).isEqualTo(1);
        assertThat(figures.get("byStatus").get("failed").intValue()).isEqualTo(1);
        assertThat(figures.get("chunks").intValue()).isEqualTo(1);
        assertThat(figures.get("bytes").intValue()).isGreaterThan(text.length());
        assertThat(figures.get("failures").propertyNames())
                .allMatch(type -> type.endsWith("document-type-mismatch"));
        assertThat(figures.get("bySource").get("upload").intValue()).isEqualTo(2);
        assertThat(figures.has("oldestQueuedAt")).isFalse();
    }

    @Test
    void countsQuestionsExactlyHoweverManyComeAtOnce() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 40)
                    .forEach(i ->
                            threads.execute(() ->
                                    tenancy.as(tenant, () -> counts.add(i % 4 == 0, i % 8 == 1))));
        }
        var questions = ofTenant().get("questions");
        assertThat(questions.get("asked").intValue()).isEqualTo(40);
        assertThat(questions.get("abstained").intValue()).isEqualTo(10);
        assertThat(questions.get("overridden").intValue()).isEqualTo(5);
        assertThat(questions.get("abstentionShare").doubleValue()).isEqualTo(0.25);
        assertThat(questions.get("days").intValue()).isEqualTo(30);
    }

    @Test
    void addsAllTenantsUpAndListsThemPageByPage() {
        newBase();
        newShelf();
        var first = operator("GET", PATH + "?limit=1", null).json();
        assertThat(first.get("tenants")).hasSize(1);
        long bases = 0;
        boolean platform = false;
        var cursor = "";
        do {
            var page = operator("GET", PATH + "?limit=1" + cursor, null).json();
            var tenantFigures = page.get("tenants").get(0);
            bases += tenantFigures.get("figures").get("bases").longValue();
            platform |= tenantFigures.get("platform").booleanValue();
            var next = page.get("nextCursor");
            cursor = next.isNull() ? null : "&cursor=" + next.stringValue();
        } while (cursor != null);
        assertThat(platform).isTrue();
        assertThat(first.get("totals").get("bases").longValue()).isEqualTo(bases);
    }

    private JsonNode ofTenant() {
        var found = operator("GET", PATH + "?tenantId=" + tenant, null).json();
        assertThat(found.get("tenants")).hasSize(1);
        return found.get("tenants").get(0).get("figures");
    }
}
