package io.frontdesk.admincustomerrag.probe;

import static io.frontdesk.admincustomerrag.probe.Probing.TENANT_TO_CANARY;

import io.frontdesk.admincustomerrag.knowledge.Knowledge;
import io.frontdesk.admincustomerrag.knowledge.Reply;
import io.frontdesk.admincustomerrag.probe.Probing.Attempt;
import io.frontdesk.admincustomerrag.probe.Probing.Sight;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tenant searches and asks for what stands in the canary's document alone. */
@Component
public class SearchProbes {

    private final Knowledge knowledge;

    SearchProbes(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    public void run(Suspects suspects, Probing probing) {
        for (var mode : List.of("lexical", "dense", "hybrid")) {
            search("search-" + mode, mode, null, suspects, probing);
        }
        var canary = suspects.canary();
        search("search-in-named-base", "hybrid", canary.baseId(), suspects, probing);
        answer("answer", null, suspects, probing);
        answer("answer-from-named-base", canary.baseId(), suspects, probing);
        byAgents("multi-agent-answer", null, suspects, probing);
        byAgents("multi-agent-answer-by-named-agent", canary.agentId(), suspects, probing);
    }

    private void search(
            String name, String mode, @Nullable UUID base, Suspects suspects, Probing probing) {
        var canary = suspects.canary();
        probing.tryOut(
                new Attempt(name, TENANT_TO_CANARY, "no passage of the canary, or 404"),
                () ->
                        seen(
                                suspects,
                                knowledge.search(suspects.tenant(), canary.sentence(), base, mode)),
                () ->
                        seen(
                                suspects,
                                knowledge.search(canary.tenant(), canary.sentence(), base, mode)));
    }

    private void answer(String name, @Nullable UUID base, Suspects suspects, Probing probing) {
        var canary = suspects.canary();
        probing.tryOut(
                new Attempt(name, TENANT_TO_CANARY, "an answer without the canary, or 404"),
                () -> seen(suspects, knowledge.answer(suspects.tenant(), canary.question(), base)),
                () -> seen(suspects, knowledge.answer(canary.tenant(), canary.question(), base)));
    }

    private void byAgents(String name, @Nullable UUID agent, Suspects suspects, Probing probing) {
        var canary = suspects.canary();
        probing.tryOut(
                new Attempt(name, TENANT_TO_CANARY, "an answer without the canary, or 404"),
                () ->
                        seen(
                                suspects,
                                knowledge.answerByAgents(
                                        suspects.tenant(), canary.question(), agent)),
                () ->
                        seen(
                                suspects,
                                knowledge.answerByAgents(
                                        canary.tenant(), canary.question(), agent)));
    }

    /** A refusal may repeat the id that was asked for, but never the secret. */
    private static Sight seen(Suspects suspects, Reply reply) {
        boolean told =
                reply.isRefusal()
                        ? reply.tells(suspects.canary().secret())
                        : suspects.areTold(reply);
        return new Sight(
                told,
                "status " + reply.status() + (told ? ", the canary in it" : ", nothing of it"));
    }
}
