package io.frontdesk.e2e.isolation;

import io.frontdesk.e2e.calendar.Practice;
import io.frontdesk.e2e.fleet.Caller;
import io.frontdesk.e2e.fleet.Tenants;
import io.frontdesk.e2e.fleet.Tenants.Tenant;
import io.frontdesk.e2e.knowledge.KnowledgeBase;
import io.frontdesk.e2e.payments.Till;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** One tenant with a document, and every id that only it may use. */
record Belongings(
        Tenant tenant,
        KnowledgeBase base,
        String document,
        List<String> chunks,
        Trade trade,
        String secret) {
    /** What it can be paid and booked for, and one payment and booking of each. */
    record Trade(Practice practice, String payment, String booking, String connection) {
        static Trade of(Caller owner) {
            var practice = Practice.open(owner);
            var start = practice.slots().getFirst();
            var booking = practice.book(start, UUID.randomUUID().toString()).expect(201).id();
            var connection =
                    owner.post(
                                    "/api/calendar/connections",
                                    Map.of(
                                            "provider",
                                            "built-in",
                                            "resourceId",
                                            practice.dentist()))
                            .expect(201)
                            .id();
            var payment =
                    new Till(owner).charge("11.00", "pm_card_visa", "automatic").expect(201).id();
            return new Trade(practice, payment, booking, connection);
        }

        List<String> ids() {
            return List.of(practice.dentist(), practice.cleaning(), payment, booking, connection);
        }

        boolean intact() {
            var owner = practice.caller();
            return new Till(owner).payment(payment).path("status").asString().equals("captured")
                    && practice.booking(booking).path("status").asString().equals("confirmed")
                    && owner.get("/api/calendar/connections/" + connection).ok();
        }
    }

    /** Both tenants have the same document, but for a word that nobody else has. */
    private static final String TEXT =
            """
            # House rules
            The front door opens at eight in the morning and closes at six in the evening.
            ## Deliveries
            Parcels are taken in at the back door. The code word for couriers is {secret}.
            """;

    static Belongings of(Tenants tenants, String name, String secret) {
        var tenant = tenants.create(name);
        var base = KnowledgeBase.create(tenant.owner(), "rules of " + secret);
        var document = base.write("House rules", TEXT.replace("{secret}", secret)).expect(202).id();
        var end = base.awaitEnd(document);
        if (!end.path("status").asString().equals("ready")) {
            throw new AssertionError("The document is not ready: " + end);
        }
        var chunks =
                base.search("When does the front door open?").stream()
                        .map(hit -> hit.path("chunkId").asString())
                        .toList();
        return new Belongings(tenant, base, document, chunks, Trade.of(tenant.owner()), secret);
    }

    /** Ids that may stand in a path. */
    List<String> ids() {
        return Stream.of(
                        List.of(tenant.id(), tenant.ownerKeyId(), base.id(), document),
                        chunks,
                        trade.ids())
                .flatMap(List::stream)
                .toList();
    }

    /** Whether a text tells anything of this tenant's; what was asked may be repeated. */
    boolean showsIn(String text, String asked) {
        return Stream.concat(ids().stream(), Stream.of(secret))
                .filter(mine -> !asked.contains(mine))
                .anyMatch(text::contains);
    }

    /** Whether everything is still there and unchanged. */
    boolean intact() {
        var owner = tenant.owner();
        return owner.get("/api/me").ok()
                && trade.intact()
                && owner.get("/api/knowledge/documents/" + document)
                        .body()
                        .path("status")
                        .asString()
                        .equals("ready")
                && base.search("code word for couriers").stream()
                        .anyMatch(hit -> hit.path("text").asString().contains(secret));
    }
}
