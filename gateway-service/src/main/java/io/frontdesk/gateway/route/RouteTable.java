package io.frontdesk.gateway.route;

import static io.frontdesk.gateway.access.Scopes.ASK;
import static io.frontdesk.gateway.access.Scopes.CONFIGURE;
import static io.frontdesk.gateway.access.Scopes.REFUND;
import static io.frontdesk.gateway.access.Scopes.read;
import static io.frontdesk.gateway.access.Scopes.write;
import static io.frontdesk.gateway.route.Cost.MODEL;
import static io.frontdesk.gateway.route.Cost.MONEY;
import static io.frontdesk.gateway.route.Cost.PLAIN;
import static io.frontdesk.gateway.route.Cost.READ;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/** Everything that the gateway serves, and where it leads. What is not here is 404. */
public final class RouteTable {
    /** The service name under which the gateway's own operations stand here. */
    public static final String GATEWAY = "gateway-service";

    private static final DataSize UPLOAD = DataSize.ofMegabytes(50);
    private static final DataSize ARCHIVE = DataSize.ofGigabytes(1);

    // A dash stands for none: no scope, the gateway's default, in use.
    private static final String TABLE =
            """
            name                    prefix                       service                        scopes                  writes  timeout body state
            tenants                 /api/tenants                 gateway-service                tenants                 PLAIN   -       -    -
            api-keys                /api/api-keys                gateway-service                keys                    PLAIN   -       -    -
            oauth-clients           /api/oauth-clients           gateway-service                clients                 PLAIN   -       -    -
            audit                   /api/audit                   gateway-service                audit                   PLAIN   -       -    -
            routes                  /api/routes                  gateway-service                fleet                   PLAIN   -       -    -
            me                      /api/me                      gateway-service                -                       PLAIN   -       -    -
            knowledge               /api/knowledge               rag-knowledge-service          knowledge               PLAIN   60s     -    -
            admin-knowledge         /api/admin/knowledge         rag-knowledge-service          admin-knowledge         PLAIN   60s     -    -
            admin-customers         /api/admin/customers         admin-customer-rag-service     admin-customers         PLAIN   120s    -    -
            models                  /v1                          rag-core-service               models                  MODEL   120s    -    -
            payments                /api/payments                payment-service                payments                MONEY   -       -    -
            conversational-payments /api/conversational-payments conversational-payment-service conversational-payments MONEY   -       -    -
            admin-payments          /api/admin/payments          conversational-payment-service payment-policies        MONEY   -       -    -
            calendar-plugins        /api/calendar/plugins        calendar-plugin-service        calendar                PLAIN   -       -    -
            calendar-connections    /api/calendar/connections    calendar-plugin-service        calendar                PLAIN   60s     -    -
            calendar                /api/calendar                calendar-integration-service   calendar                BOOKING -       -    -
            orders                  /api/orders                  orchestration-service          orders                  MONEY   -       -    reserved
            conversations           /api/conversations           orchestration-service          conversations           MODEL   120s    -    reserved
            workflows               /api/workflows               orchestration-service          workflows               PLAIN   -       -    reserved
            fleet                   /api/fleet                   orchestration-service          fleet                   PLAIN   -       -    -
            events                  /api/events                  orchestration-service          events                  PLAIN   -       -    -
            wizard                  /api/wizard                  agent-service                  wizard                  MODEL   120s    -    reserved
            agents                  /api/agents                  agent-service                  agents                  PLAIN   -       -    reserved
            widgets                 /api/widgets                 agent-service                  widgets                 PLAIN   -       -    reserved
            dashboard               /api/dashboard               agent-service                  dashboard               PLAIN   -       -    reserved
            analytics               /api/analytics               agent-service                  analytics               PLAIN   -       -    reserved
            insights                /api/insights                agent-service                  insights                PLAIN   -       -    reserved
            billing                 /api/billing                 agent-service                  billing                 MONEY   -       -    reserved
            widget-script           /widget.js                   agent-service                  widgets                 PLAIN   -       -    reserved
            intelligence            /api/intelligence            intelligence-service           intelligence            PLAIN   -       -    reserved
            metrics                 /api/metrics                 metrics-service                metrics                 PLAIN   -       -    reserved
            data                    /api/data                    data-service                   data                    PLAIN   60s     50MB reserved
            config                  /api/config                  config-service                 config                  PLAIN   -       -    -
            flags                   /ofrep                       config-service                 flags                   PLAIN   -       -    reserved
            """;

    public static final List<Route> ROUTES = TABLE.lines().skip(1).map(RouteTable::route).toList();

    static final List<Operation> OPERATIONS =
            List.of(
                    Operation.open("POST", "/api/payments/webhooks/{provider}"),
                    Operation.open("GET", "/api/payments/pay/{token}"),
                    Operation.open("POST", "/api/payments/pay/{token}"),
                    Operation.open("GET", "/api/payments/sandbox/authentications/{token}"),
                    Operation.open("POST", "/api/payments/sandbox/authentications/{token}"),
                    Operation.open("GET", "/api/calendar/feeds/{token}.ics"),
                    Operation.open("GET", "/api/calendar/connections/{provider}/callback"),
                    Operation.open("POST", "/api/calendar/connections/{id}/notifications"),
                    Operation.open("POST", "/api/widgets/{key}/sessions"),
                    Operation.open("GET", "/widget.js"),
                    Operation.needing(ASK, MODEL, "POST", "/api/knowledge/search"),
                    Operation.needing(ASK, MODEL, "POST", "/api/knowledge/answers"),
                    Operation.needing(ASK, MODEL, "POST", "/api/knowledge/multi-agent/answers"),
                    Operation.needing(
                                    write("knowledge"),
                                    PLAIN,
                                    "POST",
                                    "/api/knowledge/bases/{id}/documents")
                            .upTo(UPLOAD),
                    Operation.needing(
                                    write("knowledge"),
                                    PLAIN,
                                    "PUT",
                                    "/api/knowledge/documents/{id}/content")
                            .upTo(UPLOAD),
                    Operation.needing(
                                    write("admin-knowledge"),
                                    PLAIN,
                                    "POST",
                                    "/api/admin/knowledge/bases/{id}/documents")
                            .upTo(UPLOAD),
                    Operation.needing(
                                    write("admin-customers"),
                                    PLAIN,
                                    "POST",
                                    "/api/admin/customers/{tenantId}/rag/import")
                            .upTo(ARCHIVE),
                    Operation.needing(REFUND, MONEY, "POST", "/api/payments/{id}/refunds"),
                    Operation.needing(
                            REFUND, MONEY, "POST", "/api/admin/payments/payments/{id}/refunds"),
                    Operation.needing(CONFIGURE, MONEY, "PUT", "/api/payments/configuration"),
                    Operation.needing(CONFIGURE, MONEY, "PUT", "/api/admin/payments/policies"),
                    Operation.needing(read("data"), READ, "POST", "/api/data/queries"),
                    Operation.needing(read("flags"), READ, "POST", "/ofrep/v1/evaluate/flags"),
                    Operation.needing(
                            read("flags"), READ, "POST", "/ofrep/v1/evaluate/flags/{key}"));

    /** The fleet, by application name. */
    public static final Set<String> SERVICES = services();

    private RouteTable() {}

    private static Route route(String line) {
        String[] cells = line.strip().split(" +", 8);
        return new Route(
                cells[0],
                cells[1],
                cells[2],
                cells[3].equals("-") ? "" : cells[3],
                Cost.valueOf(cells[4]),
                cells[5].equals("-") ? null : DurationStyle.SIMPLE.parse(cells[5]),
                cells[6].equals("-") ? null : DataSize.parse(cells[6]),
                cells[7].equals("reserved"));
    }

    private static Set<String> services() {
        Set<String> services = new TreeSet<>();
        ROUTES.forEach(route -> services.add(route.service()));
        return Set.copyOf(services);
    }
}
