package io.frontdesk.ragknowledge.search;

import io.frontdesk.ragknowledge.core.CoreHit;
import io.frontdesk.ragknowledge.core.RagCore;
import io.frontdesk.ragknowledge.core.SearchMode;
import io.frontdesk.ragknowledge.document.Documents;
import io.frontdesk.ragknowledge.library.KnowledgeBases;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Searches the tenant's bases; what is not the tenant's or not ready is never shown. */
@Service
public class PassageSearch {

    /** Hits of documents that are going or not yet ready make room for these. */
    private static final int SPARE = 10;

    private final KnowledgeBases bases;
    private final Documents documents;
    private final RagCore core;
    private final Tenancy tenancy;

    PassageSearch(KnowledgeBases bases, Documents documents, RagCore core, Tenancy tenancy) {
        this.bases = bases;
        this.documents = documents;
        this.core = core;
        this.tenancy = tenancy;
    }

    /**
     * The best passages, best first.
     *
     * @param baseIds where to search; null or empty means everywhere
     */
    public List<Passage> search(
            String query, @Nullable List<UUID> baseIds, int topK, SearchMode mode) {
        tenancy.require();
        var chosen = bases.choose(baseIds);
        if (chosen.isEmpty()) {
            return List.of();
        }
        var hits = core.search(query.strip(), chosen, Math.min(50, topK + SPARE), mode);
        var titles =
                documents.titles(
                        hits.stream().map(CoreHit::documentId).collect(Collectors.toSet()));
        return hits.stream()
                .map(hit -> passage(hit, titles))
                .filter(Objects::nonNull)
                .limit(topK)
                .toList();
    }

    private static @Nullable Passage passage(CoreHit hit, Map<UUID, String> titles) {
        var title = titles.get(hit.documentId());
        return title == null
                ? null
                : new Passage(
                        hit.chunkId(),
                        hit.documentId(),
                        title,
                        hit.headings(),
                        hit.text(),
                        hit.page(),
                        hit.score());
    }
}
