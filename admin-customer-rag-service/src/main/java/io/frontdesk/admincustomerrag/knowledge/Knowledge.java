package io.frontdesk.admincustomerrag.knowledge;

import io.frontdesk.admincustomerrag.customer.OnBehalf;
import io.frontdesk.admincustomerrag.knowledge.KnowledgeExchange.Asked;
import io.frontdesk.admincustomerrag.knowledge.KnowledgeExchange.AskedAgents;
import io.frontdesk.admincustomerrag.knowledge.KnowledgeExchange.NewAgent;
import io.frontdesk.admincustomerrag.knowledge.KnowledgeExchange.NewDocument;
import io.frontdesk.admincustomerrag.knowledge.KnowledgeExchange.Search;
import io.frontdesk.admincustomerrag.knowledge.KnowledgeExchange.Shelf;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Speaks with rag-knowledge-service for one tenant at a time.
 *
 * <p>Every call may throw {@link KnowledgeUnavailable}, or the starter's {@code
 * ServiceUnavailable}; those that return a {@link Reply} let refusals of the status 4xx pass.
 */
@Component
@ImportHttpServices(group = "rag-knowledge-service", types = KnowledgeExchange.class)
public class Knowledge {

    /** The most hits of one search. */
    public static final int MOST_HITS = 50;

    // Refusals of the caller, whatever it asked for: they tell nothing of what is there.
    private static final Set<Integer> SAYING_NOTHING = Set.of(401, 402, 403, 408, 429);

    private final KnowledgeExchange exchange;
    private final OnBehalf onBehalf;

    Knowledge(KnowledgeExchange exchange, OnBehalf onBehalf) {
        this.exchange = exchange;
        this.onBehalf = onBehalf;
    }

    public KnowledgeUsage usage(UUID tenant) {
        return call(tenant, exchange::usage);
    }

    /** Begins an erasure; the same key again answers with the same one. */
    public Removal erase(UUID tenant, String key) {
        return call(tenant, () -> exchange.erase(key));
    }

    public Removal erasure(UUID tenant, UUID id) {
        return call(tenant, () -> exchange.erasure(id));
    }

    /**
     * How far an import is.
     *
     * @throws ImportNotFound where the tenant has none of this id
     */
    public ImportState imported(UUID tenant, UUID id) {
        return call(
                tenant,
                () -> {
                    try {
                        return exchange.imported(id);
                    } catch (HttpClientErrorException.NotFound missing) {
                        throw new ImportNotFound(id);
                    }
                });
    }

    public UUID createBase(UUID tenant, String name) {
        return call(tenant, () -> exchange.createBase(new Shelf(name)).id());
    }

    public UUID addDocument(UUID tenant, UUID baseId, String title, String text) {
        return call(tenant, () -> exchange.addDocument(baseId, new NewDocument(title, text)).id());
    }

    /** A specialist that answers from one base. */
    public UUID createAgent(UUID tenant, String name, UUID baseId) {
        return call(
                tenant,
                () -> exchange.createAgent(new NewAgent(name, name, List.of(baseId), "")).id());
    }

    public DocumentState document(UUID tenant, UUID id) {
        return call(tenant, () -> exchange.document(id));
    }

    public Reply readDocument(UUID tenant, UUID id) {
        return reply(tenant, () -> exchange.readDocument(id));
    }

    public Reply deleteDocument(UUID tenant, UUID id) {
        return reply(tenant, () -> exchange.deleteDocument(id));
    }

    /** The first 200 bases. */
    public Reply readBases(UUID tenant) {
        return reply(tenant, exchange::readBases);
    }

    public Reply readBase(UUID tenant, UUID id) {
        return reply(tenant, () -> exchange.readBase(id));
    }

    public Reply readDocuments(UUID tenant, UUID baseId) {
        return reply(tenant, () -> exchange.readDocuments(baseId));
    }

    /** Searches in one mode and, if one is named, in one base. */
    public Reply search(UUID tenant, String query, @Nullable UUID baseId, @Nullable String mode) {
        return reply(
                tenant, () -> exchange.search(new Search(query, only(baseId), MOST_HITS, mode)));
    }

    public Reply answer(UUID tenant, String question, @Nullable UUID baseId) {
        return reply(tenant, () -> exchange.answer(new Asked(question, only(baseId))));
    }

    public Reply answerByAgents(UUID tenant, String question, @Nullable UUID agentId) {
        return reply(
                tenant, () -> exchange.answerByAgents(new AskedAgents(question, only(agentId))));
    }

    private static @Nullable List<UUID> only(@Nullable UUID id) {
        return id == null ? null : List.of(id);
    }

    private Reply reply(UUID tenant, Supplier<ResponseEntity<String>> call) {
        return call(
                tenant,
                () -> {
                    try {
                        var answer = call.get();
                        return new Reply(
                                answer.getStatusCode().value(),
                                Objects.requireNonNullElse(answer.getBody(), ""));
                    } catch (HttpClientErrorException refused) {
                        if (SAYING_NOTHING.contains(refused.getStatusCode().value())) {
                            throw refused;
                        }
                        return new Reply(
                                refused.getStatusCode().value(), refused.getResponseBodyAsString());
                    }
                });
    }

    private <T> T call(UUID tenant, Supplier<T> call) {
        try {
            return onBehalf.of(tenant, call);
        } catch (RestClientException failed) {
            throw new KnowledgeUnavailable(failed);
        }
    }
}
