package io.frontdesk.admincustomerrag.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.admincustomerrag.AdminApp;
import io.frontdesk.starter.tenancy.Tenancy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditTest extends AdminApp {
    @Autowired private JdbcClient jdbc;
    @Autowired private Tenancy tenancy;
    @Autowired private PlatformTransactionManager transactions;

    @Test
    void tellsWhoChangedWhatFromWhichVersionToWhich() {
        put(rag + "/configuration", "{\"languages\":[\"en\"],\"comment\":\"my secret plan\"}");
        put(rag + "/configuration", "{\"languages\":[\"de\"]}");
        post(rag + "/configuration/rollback", "{\"version\":1}");
        get(rag + "/export");

        var all = get(rag + "/audit").json().get("items");
        assertThat(all).hasSize(4);
        assertThat(all.at("/0/action").stringValue()).isEqualTo("knowledge.exported");
        assertThat(all.at("/1/action").stringValue()).isEqualTo("configuration.rolled-back");
        assertThat(all.at("/1/fromVersion").intValue()).isEqualTo(2);
        assertThat(all.at("/1/toVersion").intValue()).isEqualTo(3);
        assertThat(all.at("/1/actor").stringValue()).isEqualTo("operator");
        assertThat(all.toString()).doesNotContain("secret plan");

        var changes = get(rag + "/audit?action=configuration.changed&limit=1");
        assertThat(changes.json().at("/items/0/toVersion").intValue()).isEqualTo(2);
        var next = "&cursor=" + changes.text("nextCursor");
        var rest = get(rag + "/audit?action=configuration.changed" + next).json();
        assertThat(rest.get("items")).hasSize(1);
        assertThat(get(rag + "/audit?from=2999-01-01T00:00:00Z").json().get("items")).isEmpty();
        assertThat(get(rag + "/audit?to=2999-01-01T00:00:00%2B02:00").json().get("items"))
                .hasSize(4);
        assertThat(get(rag + "/audit?from=yesterday").status()).isEqualTo(400);
        assertThat(get(rag + "/audit?limit=201").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'nobody'",
                "delete from audit_entry",
                "truncate audit_entry"
            })
    void onlyGrows(String forgery) {
        put(rag + "/configuration", "{\"languages\":[\"en\"]}");
        assertThatThrownBy(() ->
                        tenancy.as(
                                tenant,
                                () ->
                                        new TransactionTemplate(transactions)
                                                .executeWithoutResult(
                                                        _ -> jdbc.sql(forgery).update())))
                .hasStackTraceContaining("permission denied");
        assertThat(get(rag + "/audit").json().get("items")).hasSize(1);
    }
}
