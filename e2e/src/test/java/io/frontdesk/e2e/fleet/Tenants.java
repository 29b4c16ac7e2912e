package io.frontdesk.e2e.fleet;

import java.util.List;
import java.util.Map;

/** Tenants made for a test, each with callers of its own. */
public final class Tenants {
    private final Caller operator;

    public Tenants(Fleet fleet) {
        operator = new Caller(fleet.gateway(), fleet.secrets().operatorKey());
    }

    /** A tenant with the key of its owner. */
    public record Tenant(String id, String ownerKeyId, Caller owner) {}

    public Caller operator() {
        return operator;
    }

    public Tenant create(String name) {
        var id =
                operator.post(
                                "/api/tenants",
                                Map.of(
                                        "name",
                                        name,
                                        "timeZone",
                                        "Europe/Berlin",
                                        "currency",
                                        "EUR"))
                        .expect(201)
                        .id();
        var key = key(id, "owner");
        return new Tenant(id, key.id(), operator.with(key.body().path("key").asString()));
    }

    /** Issues a key; the answer carries its id and, this once, the key itself. */
    public Caller.Answer key(String tenant, String role) {
        return operator.post(
                        "/api/api-keys",
                        Map.of("name", role, "roles", List.of(role), "tenantId", tenant))
                .expect(201);
    }
}
