package io.frontdesk.launcher.demo;

import io.frontdesk.launcher.checkout.FleetFailure;
import io.frontdesk.launcher.secrets.Secrets;
import io.frontdesk.launcher.stage.DemoDocument;
import io.frontdesk.launcher.stage.DemoState;
import io.frontdesk.launcher.stage.GatewayClient;
import io.frontdesk.launcher.stage.Playbill;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Upload, ready, ask, search, and a second business that sees none of it. */
final class KnowledgeScene {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int POLL_MILLIS = 500;
    private static final List<String> QUESTIONS =
            List.of(
                    "How late are you open on Thursdays?",
                    "How much does a professional cleaning cost and how long does it take?",
                    "Until when can I cancel an appointment free of charge?",
                    "For how long do you keep patient records?",
                    "What may I take against pain after a tooth was removed?");
    private static final String UNANSWERABLE = "Which wine goes well with grilled salmon?";

    private final String gateway;
    private final Secrets secrets;
    private final GatewayClient business;
    private final Path stateFile;
    private final Playbill playbill;
    private final Clock clock;

    KnowledgeScene(
            String gateway, Secrets secrets, Path stateFile, Playbill playbill, Clock clock) {
        this.gateway = gateway;
        this.secrets = secrets;
        this.business = new GatewayClient(gateway, secrets.demoKey());
        this.stateFile = stateFile;
        this.playbill = playbill;
        this.clock = clock;
    }

    void play() throws InterruptedException {
        var state = DemoState.read(stateFile);
        var base = knowledgeBase(state);
        state.withBase(base).write(stateFile);
        var documents = upload(base);
        awaitReady(documents);
        ask(base);
        refuse(base);
        search(base);
        var otherKey = state.otherKey().isEmpty() ? secondBusiness() : state.otherKey();
        state.withBase(base).withOtherKey(otherKey).write(stateFile);
        seesNothing(otherKey, base, documents.keySet().iterator().next());
    }

    private String knowledgeBase(DemoState state) {
        playbill.step("A knowledge base for a dental practice");
        if (!state.baseId().isEmpty()
                && business.tryGet(documentsOf(state.baseId())).status() == 200) {
            playbill.line("The one of the last demo is there still: " + state.baseId());
            return state.baseId();
        }
        var made =
                business.post(
                        "/api/knowledge/bases",
                        Map.of(
                                "name",
                                "Lindenhof Dental",
                                "description",
                                "What patients ask about"));
        playbill.line("POST /api/knowledge/bases → " + made.path("id").asString());
        return made.path("id").asString();
    }

    private Map<String, String> upload(String base) {
        playbill.step("Its documents");
        var documents = new LinkedHashMap<String, String>();
        for (var document : DemoDocument.all()) {
            var accepted = business.upload(documentsOf(base), document);
            documents.put(accepted.path("id").asString(), document.file());
            playbill.line(
                    "%-20s %-15s → %s"
                            .formatted(
                                    document.file(),
                                    document.describes(),
                                    accepted.path("status").asString("")));
        }
        return documents;
    }

    private void awaitReady(Map<String, String> documents) throws InterruptedException {
        playbill.step("Read, cut into chunks and embedded in the background");
        var deadline = clock.instant().plus(PATIENCE);
        var waiting = new LinkedHashMap<>(documents);
        while (!waiting.isEmpty()) {
            waiting.entrySet().removeIf(entry -> ready(entry.getKey(), entry.getValue()));
            if (clock.instant().isAfter(deadline)) {
                throw new FleetFailure(
                        "Not ready after "
                                + PATIENCE.toMinutes()
                                + " minutes: "
                                + String.join(", ", waiting.values()),
                        "Look at ./fleet logs rag-knowledge and ./fleet logs rag-core.");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private boolean ready(String id, String file) {
        var document = business.get("/api/knowledge/documents/" + id);
        var status = document.path("status").asString("");
        if (status.equals("failed")) {
            throw new FleetFailure(
                    file + " failed: " + document.path("problem"),
                    "Look at ./fleet logs rag-knowledge.");
        }
        if (!status.equals("ready")) {
            return false;
        }
        playbill.line("%-20s ready, chunks: %d".formatted(file, document.path("chunks").asInt()));
        return true;
    }

    private void ask(String base) {
        playbill.step("What patients ask, answered from the documents alone");
        for (var question : QUESTIONS) {
            playbill.line("Q: " + question);
            playbill.answer(answer(base, question));
            playbill.line("");
        }
    }

    private void refuse(String base) {
        playbill.step("A question that the documents do not answer");
        playbill.line("Q: " + UNANSWERABLE);
        var answer = answer(base, UNANSWERABLE);
        playbill.answer(answer);
        playbill.line(
                answer.path("abstained").asBoolean()
                        ? "Refused, as it should be: nothing in the documents supports an answer."
                        : "It was answered although it should have been refused.");
    }

    private JsonNode answer(String base, String question) {
        return business.post(
                "/api/knowledge/answers", Map.of("question", question, "baseIds", List.of(base)));
    }

    private void search(String base) {
        playbill.step("Search: “parking”");
        var found =
                business.post(
                        "/api/knowledge/search",
                        Map.of("query", "parking", "baseIds", List.of(base), "topK", 2));
        found.path("hits").forEach(playbill::hit);
    }

    private String secondBusiness() {
        var operator = new GatewayClient(gateway, secrets.operatorKey());
        var tenant =
                operator.post(
                        "/api/tenants",
                        Map.of(
                                "name",
                                "Another business",
                                "timeZone",
                                "Europe/Berlin",
                                "currency",
                                "EUR"));
        var key =
                operator.post(
                        "/api/api-keys",
                        Map.of(
                                "name",
                                "demo",
                                "roles",
                                List.of("owner"),
                                "tenantId",
                                tenant.path("id").asString()));
        return key.path("key").asString();
    }

    private void seesNothing(String otherKey, String base, String document) {
        playbill.step("A second business on the same fleet sees none of it");
        var other = new GatewayClient(gateway, otherKey);
        var hits =
                other.post("/api/knowledge/search", Map.of("query", "parking")).path("hits").size();
        playbill.line("Its search finds " + hits + " passages.");
        playbill.line(
                "GET that document → "
                        + other.tryGet("/api/knowledge/documents/" + document).status());
        playbill.line(
                "GET that knowledge base's documents → "
                        + other.tryGet(documentsOf(base)).status());
        if (hits > 0) {
            throw new FleetFailure(
                    "A second tenant saw the first one's passages.",
                    "This must not happen: please report it.");
        }
    }

    private static String documentsOf(String base) {
        return "/api/knowledge/bases/" + base + "/documents";
    }
}
