package io.frontdesk.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class RouteTableTest {
    private final Routes routes =
            new Routes(
                    new RouteProperties(Duration.ofSeconds(30), DataSize.ofMegabytes(1), Map.of()));

    @ParameterizedTest
    @CsvSource({
        "POST, /api/tenants, gateway-service, tenants:write",
        "GET, /api/api-keys, gateway-service, keys:read",
        "DELETE, /api/api-keys/1, gateway-service, keys:write",
        "GET, /api/me, gateway-service, ",
        "POST, /api/knowledge/bases, rag-knowledge-service, knowledge:write",
        "GET, /api/knowledge/documents/1, rag-knowledge-service, knowledge:read",
        "POST, /api/knowledge/search, rag-knowledge-service, knowledge:ask",
        "POST, /api/knowledge/answers, rag-knowledge-service, knowledge:ask",
        "POST, /api/knowledge/multi-agent/answers, rag-knowledge-service, knowledge:ask",
        "GET, /api/admin/knowledge/statistics, rag-knowledge-service, admin-knowledge:read",
        "PUT, /api/admin/customers/1/rag/configuration, admin-customer-rag-service,"
                + " admin-customers:write",
        "POST, /v1/embeddings, rag-core-service, models:write",
        "POST, /v1/chat/completions, rag-core-service, models:write",
        "GET, /v1/models, rag-core-service, models:read",
        "POST, /api/payments, payment-service, payments:write",
        "POST, /api/payments/1/capture, payment-service, payments:write",
        "POST, /api/payments/1/refunds, payment-service, payments:refund",
        "GET, /api/payments/ledger/balances, payment-service, payments:read",
        "POST, /api/conversational-payments/dialogues, conversational-payment-service,"
                + " conversational-payments:write",
        "PUT, /api/admin/payments/policies, conversational-payment-service, payments:configure",
        "POST, /api/admin/payments/payments/1/refunds, conversational-payment-service,"
                + " payments:refund",
        "PUT, /api/payments/configuration, payment-service, payments:configure",
        "GET, /api/payments/configuration, payment-service, payments:read",
        "POST, /api/calendar/holds, calendar-integration-service, calendar:write",
        "GET, /api/calendar/bookings/1.ics, calendar-integration-service, calendar:read",
        "GET, /api/calendar/plugins, calendar-plugin-service, calendar:read",
        "POST, /api/calendar/connections/1/sync, calendar-plugin-service, calendar:write",
        "POST, /api/orders, orchestration-service, orders:write",
        "POST, /api/conversations/1/messages, orchestration-service, conversations:write",
        "GET, /api/workflows/definitions, orchestration-service, workflows:read",
        "GET, /api/fleet/services, orchestration-service, fleet:read",
        "POST, /api/events/dead-letters/1/redelivery, orchestration-service, events:write",
        "POST, /api/wizard/sessions, agent-service, wizard:write",
        "POST, /api/agents/1/versions, agent-service, agents:write",
        "GET, /api/widgets, agent-service, widgets:read",
        "GET, /api/dashboard, agent-service, dashboard:read",
        "GET, /api/analytics, agent-service, analytics:read",
        "GET, /api/insights, agent-service, insights:read",
        "GET, /api/billing/plans, agent-service, billing:read",
        "GET, /api/intelligence/forecast, intelligence-service, intelligence:read",
        "GET, /api/metrics/stream, metrics-service, metrics:read",
        "POST, /api/data/queries, data-service, data:read",
        "POST, /api/data/erasures, data-service, data:write",
        "POST, /api/config/changes, config-service, config:write",
        "POST, /ofrep/v1/evaluate/flags/x, config-service, flags:read",
        "POST, /ofrep/v1/evaluate/flags, config-service, flags:read"
    })
    void leadsEachOperationToItsService(String method, String path, String service, String scope) {
        Access access = Objects.requireNonNull(routes.find(method, path, path));

        assertThat(access.route().service()).isEqualTo(service);
        assertThat(access.scope()).isEqualTo(scope);
        assertThat(access.open()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/payments/webhooks/stripe, payment-service",
        "GET, /api/payments/pay/x, payment-service",
        "POST, /api/payments/pay/x, payment-service",
        "POST, /api/calendar/connections/1/notifications, calendar-plugin-service",
        "GET, /api/calendar/feeds/t.ics, calendar-integration-service",
        "GET, /api/calendar/connections/google/callback, calendar-plugin-service",
        "POST, /api/widgets/k/sessions, agent-service",
        "GET, /widget.js, agent-service"
    })
    void opensThePublicOperations(String method, String path, String service) {
        Access access = Objects.requireNonNull(routes.find(method, path, path));

        assertThat(access.open()).isTrue();
        assertThat(access.route().service()).isEqualTo(service);
    }

    @ParameterizedTest
    @CsvSource({
        "/core/search",
        "/actuator/health",
        "/api",
        "/api/paymentsx",
        "/v1x",
        "/v3/api-docs"
    })
    void knowsNothingElse(String path) {
        assertThat(routes.find("GET", path, path)).isNull();
    }

    @Test
    void listsTheWholeFleetAndEachNameOnce() {
        assertThat(RouteTable.SERVICES).hasSize(14);
        var names = new HashSet<String>();
        assertThat(RouteTable.ROUTES).allMatch(route -> names.add(route.name()));
    }
}
