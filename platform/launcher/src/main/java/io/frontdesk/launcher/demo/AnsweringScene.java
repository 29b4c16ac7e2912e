package io.frontdesk.launcher.demo;

import io.frontdesk.launcher.checkout.FleetFailure;
import io.frontdesk.launcher.stage.GatewayClient;
import io.frontdesk.launcher.stage.Playbill;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A curated answer, an industry's pack, and two assistants that answer one question together. */
final class AnsweringScene {
    private static final String OVERRIDES = "/api/knowledge/overrides";
    private static final String AGENTS = "/api/knowledge/agents";
    private static final String PACK = "/api/knowledge/industries/dental-practice";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int POLL_MILLIS = 500;

    private final GatewayClient business;
    private final String base;
    private final Playbill playbill;
    private final Clock clock;

    AnsweringScene(GatewayClient business, String base, Playbill playbill, Clock clock) {
        this.business = business;
        this.base = base;
        this.playbill = playbill;
        this.clock = clock;
    }

    void play() throws InterruptedException {
        override();
        var pack = pack();
        together(pack);
    }

    private void override() {
        playbill.step("An answer that somebody wrote wins over the documents");
        var question = "Is there a step-free entrance?";
        var asked = "Can I come in with a wheelchair, is the entrance step-free?";
        if (known(OVERRIDES, "question", question).isEmpty()) {
            business.post(
                    OVERRIDES,
                    Map.of(
                            "question",
                            question,
                            "alternatives",
                            List.of(asked),
                            "answer",
                            "Yes. The step-free entrance is in the courtyard; ring the lower bell"
                                    + " and we come to help."));
        }
        ask(asked, Map.of("question", asked));
    }

    private String pack() throws InterruptedException {
        playbill.step("What every dental practice is asked: its industry's pack");
        var installed = business.post(PACK + "/installations", Map.of());
        playbill.line(
                "POST %s/installations → %s, version %s"
                        .formatted(
                                PACK,
                                installed.path("status").asString(),
                                installed.path("version").asString()));
        var pack = installed.path("baseId").asString();
        awaitReady(pack);
        var question = "How should I prepare my child for the first visit?";
        ask(question, Map.of("question", question, "baseIds", List.of(pack)));
        return pack;
    }

    private void together(String pack) {
        playbill.step("Two assistants, one answer: each says what it knows");
        var agents =
                List.of(
                        agent("Reception", "Opening hours, prices and appointments", base),
                        agent("Care advice", "What to do before and after a treatment", pack));
        var question =
                "How late are you open on Thursdays, and what can I do about sensitive teeth?";
        playbill.line("Q: " + question);
        var answer =
                business.post(
                        "/api/knowledge/multi-agent/answers",
                        Map.of("question", question, "agentIds", agents));
        playbill.answer(answer);
        for (var agent : answer.path("agents")) {
            playbill.line(
                    "%s: %s"
                            .formatted(
                                    agent.path("name").asString(),
                                    agent.path("abstained").asBoolean()
                                            ? "knew nothing of it"
                                            : "answered"));
        }
    }

    private String agent(String name, String description, String knows) {
        var found = known(AGENTS, "name", name);
        return found.isEmpty()
                ? business.post(
                                AGENTS,
                                Map.of(
                                        "name",
                                        name,
                                        "description",
                                        description,
                                        "baseIds",
                                        List.of(knows)))
                        .path("id")
                        .asString()
                : found;
    }

    /** The id of the entry that an earlier demo made; empty when there is none. */
    private String known(String path, String field, String value) {
        return business.get(path)
                .path("items")
                .valueStream()
                .filter(item -> item.path(field).asString().equals(value))
                .map(item -> item.path("id").asString())
                .findFirst()
                .orElse("");
    }

    private void ask(String question, Map<String, ?> body) {
        playbill.line("Q: " + question);
        JsonNode answer = business.post("/api/knowledge/answers", body);
        playbill.answer(answer);
        if (answer.path("abstained").asBoolean()) {
            throw new FleetFailure(
                    "“" + question + "” was not answered.", "Look at ./fleet logs rag-knowledge.");
        }
    }

    private void awaitReady(String pack) throws InterruptedException {
        var deadline = clock.instant().plus(PATIENCE);
        while (waiting(pack) > 0) {
            if (clock.instant().isAfter(deadline)) {
                throw new FleetFailure(
                        "The pack was not ready after " + PATIENCE.toMinutes() + " minutes.",
                        "Look at ./fleet logs rag-knowledge and ./fleet logs rag-core.");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private long waiting(String pack) {
        return business.get("/api/knowledge/bases/" + pack + "/documents")
                .path("items")
                .valueStream()
                .filter(document -> !document.path("status").asString().equals("ready"))
                .count();
    }
}
