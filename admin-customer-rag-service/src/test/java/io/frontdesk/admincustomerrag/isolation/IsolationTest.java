package io.frontdesk.admincustomerrag.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.admincustomerrag.AdminApp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

class IsolationTest extends AdminApp {
    private static final String BROKEN = "io.frontdesk.customer-rag.isolation-broken";

    @Autowired private Environment environment;

    @Test
    void provesThatTwoTenantsSeeNothingOfEachOther() {
        content();
        var report = report();
        assertThat(report.get("status").stringValue()).as(report.toString()).isEqualTo("passed");
        assertThat(results(report)).hasSizeGreaterThanOrEqualTo(26).containsOnly("passed");
        for (var direction : List.of("tenant-to-canary", "canary-to-tenant")) {
            assertThat(report.toString()).contains(direction);
        }
        assertThat(report.at("/versions/configuration").stringValue()).isEqualTo("0");
        assertThat(report.has("finishedAt")).isTrue();
        assertThat(get(rag + "/isolation").json()).isEqualTo(report);
        nothingOfTheCanaryIsLeft();
    }

    @Test
    void hasNothingToShowForATenantWithoutContent() {
        var report = report();
        assertThat(report.get("status").stringValue()).as(report.toString()).isEqualTo("passed");
        assertThat(results(report)).contains("passed", "not-applicable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "search-lexical",
                "search-dense",
                "search-hybrid",
                "search-in-named-base",
                "answer",
                "answer-from-named-base",
                "multi-agent-answer",
                "multi-agent-answer-by-named-agent",
                "base-by-id",
                "documents-of-base",
                "document-by-id",
                "base-list",
                "export",
                "document-deletion",
                "event",
                "usage"
            })
    void failsWhereSomethingLeaks(String leak) {
        content();
        FLEET.leaks.add(leak);
        var report = started();
        assertThat(report.get("status").stringValue()).as(report.toString()).isEqualTo("failed");
        assertThat(failed(report)).anyMatch(name -> name.startsWith(leak + " "));
        if (!leak.startsWith("search-") && !leak.equals("base-list")) {
            // Another probe that fails too would hide that this one is blind.
            assertThat(failed(report)).allMatch(name -> name.startsWith(leak + " "));
        }
        var event = events.await(BROKEN, tenant.toString());
        assertThat(event.data().get("reportId").stringValue())
                .isEqualTo(report.get("id").stringValue());
        nothingOfTheCanaryIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"configuration_version", "audit_entry", "document_sighting"})
    void failsWhereARowSecurityIsOff(String table) {
        owner("alter table " + table + " disable row level security");
        try {
            content();
            var report = started();
            assertThat(report.get("status").stringValue()).isEqualTo("failed");
            assertThat(failed(report))
                    .containsExactlyInAnyOrder(
                            name(table) + " tenant-to-canary", name(table) + " canary-to-tenant");
        } finally {
            owner("alter table " + table + " enable row level security");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "search-dense",
                "answer",
                "multi-agent-answer",
                "export",
                "event",
                "document-by-id",
                "usage"
            })
    void doesNotHoldShownWhatItsOwnerDoesNotSeeEither(String blind) {
        content();
        FLEET.blind.add(blind);
        var report = started();
        if (!blind.equals("document-by-id")) {
            assertThat(report.get("status").stringValue())
                    .as(report.toString())
                    .isEqualTo("inconclusive");
            assertThat(named(report, "inconclusive"))
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith(blind + " "));
            return;
        }
        // The canary's document never becomes ready: there is nothing to be tried.
        assertThat(report.get("status").stringValue()).isEqualTo("inconclusive");
        assertThat(report.get("problem").stringValue()).isNotEmpty();
        nothingOfTheCanaryIsLeft();
    }

    @Test
    void saysSoWhenAServiceIsAway() {
        FLEET.down.add("POST /api/knowledge/answers");
        var report = started();
        assertThat(report.get("status").stringValue()).isEqualTo("inconclusive");
        assertThat(named(report, "inconclusive"))
                .containsExactly(
                        "answer tenant-to-canary", "answer-from-named-base tenant-to-canary");
    }

    @Test
    void sweepsACanaryThatCouldNotBeRemoved() {
        FLEET.down.add("POST /knowledge/erasures");
        started();
        patiently().until(() -> FLEET.calls, calls -> calls.contains("POST /knowledge/erasures"));
        assertThat(FLEET.shelves.occupied()).isNotEmpty();
        FLEET.down.clear();
        owner("update canary set planted_at = planted_at - interval '1 hour'");
        owner(
                "update scheduled_tasks set execution_time = now() where task_name = 'sweep-canaries'");
        nothingOfTheCanaryIsLeft();
    }

    @Test
    void runsOneAtATimeAndAuditsWhoAsked() {
        var first = post(rag + "/isolation", "");
        assertThat(first.status()).isEqualTo(202);
        assertThat(first.text("status")).isEqualTo("running");
        assertThat(post(rag + "/isolation", "").text("id")).isEqualTo(first.text("id"));
        finished(first.text("id"));
        assertThat(get(rag + "/audit").body())
                .contains("isolation.requested", "isolation.finished", first.text("id"));
        assertThat(post(rag + "/isolation", "").text("id")).isNotEqualTo(first.text("id"));
    }

    private void content() {
        var shelf = FLEET.shelves.of(tenant);
        shelf.addDocument(shelf.addBase(), "The parking is in the yard of the house.");
    }

    private JsonNode report() {
        var answer = get(rag + "/isolation");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode started() {
        return finished(post(rag + "/isolation", "").text("id"));
    }

    private JsonNode finished(String id) {
        return patiently()
                .until(
                        () -> get(rag + "/isolation").json(),
                        report ->
                                report.get("id").stringValue().equals(id)
                                        && !report.get("status").stringValue().equals("running"));
    }

    private void nothingOfTheCanaryIsLeft() {
        patiently()
                .until(
                        () -> FLEET.shelves.occupied(),
                        left -> left.stream().allMatch(tenant::equals));
        FLEET.shelves.of(tenant).clear();
    }

    private void owner(String sql) {
        var url = environment.getRequiredProperty("frontdesk.database.url");
        var password = environment.getRequiredProperty("frontdesk.database.owner-password");
        var source =
                new DriverManagerDataSource(
                        url + "?currentSchema=admin_customer_rag",
                        "admin_customer_rag_owner",
                        password);
        // Force binds the owner too, who may lift it for a statement.
        JdbcClient.create(source).sql(forced(sql)).update();
    }

    private static String forced(String sql) {
        return sql.startsWith("update canary")
                ? "alter table canary no force row level security; "
                        + sql
                        + "; alter table canary force row level security"
                : sql;
    }

    private static String name(String table) {
        return switch (table) {
            case "configuration_version" -> "configuration";
            case "audit_entry" -> "audit";
            default -> "event";
        };
    }

    private static List<String> results(JsonNode report) {
        var results = new ArrayList<String>();
        report.get("probes").forEach(probe -> results.add(probe.get("result").stringValue()));
        return results;
    }

    private static List<String> failed(JsonNode report) {
        return named(report, "failed");
    }

    private static List<String> named(JsonNode report, String result) {
        var names = new ArrayList<String>();
        for (var probe : report.get("probes")) {
            if (probe.get("result").stringValue().equals(result)) {
                names.add(
                        probe.get("name").stringValue()
                                + " "
                                + probe.get("direction").stringValue());
                assertThat(probe.get("passed").booleanValue()).isFalse();
            }
        }
        return names;
    }
}
