package io.frontdesk.ragknowledge.search;

import io.frontdesk.ragknowledge.core.CoreHit;
import io.frontdesk.ragknowledge.core.RagCore;
import io.frontdesk.ragknowledge.core.SearchMode;
import io.frontdesk.ragknowledge.document.Documents;
import io.frontdesk.ragknowledge.library.ChosenBases;
import io.frontdesk.ragknowledge.library.KnowledgeBases;
import io.frontdesk.ragknowledge.platform.Grants;
import io.frontdesk.ragknowledge.platform.Platform;
import io.frontdesk.ragknowledge.policy.Policies;
import io.frontdesk.ragknowledge.search.MergedHits.Ranked;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Searches the tenant's bases, and those of the platform's that it may read; what is neither, or
 * not ready, is never shown.
 */
@Service
public class PassageSearch {

    /** Hits of documents that are going or not yet ready make room for these. */
    private static final int SPARE = 10;

    private final KnowledgeBases bases;
    private final Grants grants;
    private final Documents documents;
    private final RagCore core;
    private final Policies policies;
    private final Tenancy tenancy;

    PassageSearch(
            KnowledgeBases bases,
            Grants grants,
            Documents documents,
            RagCore core,
            Policies policies,
            Tenancy tenancy) {
        this.bases = bases;
        this.grants = grants;
        this.documents = documents;
        this.core = core;
        this.policies = policies;
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
        var choice = bases.choice(baseIds);
        var asked =
                new Asked(
                        query.strip(),
                        Math.min(50, topK + SPARE),
                        mode,
                        policies.current().retrieval().denseWeight());
        var own = readable(found(asked, choice.ofTenant()));
        var shared = ofPlatform(asked, choice);
        return MergedHits.of(own.hits(), new HashSet<>(choice.packs()), shared.hits(), mode)
                .stream()
                .limit(topK)
                .map(ranked -> passage(ranked, own, shared))
                .toList();
    }

    private record Asked(String query, int wanted, SearchMode mode, double denseWeight) {}

    private List<CoreHit> found(Asked asked, List<UUID> where) {
        return where.isEmpty()
                ? List.of()
                : core.search(
                        asked.query(), where, asked.wanted(), asked.mode(), asked.denseWeight());
    }

    /**
     * Asked for as the platform. Whether the tenant may read them is looked up once more after the
     * search: what was taken back meanwhile is not shown.
     */
    private TitledHits ofPlatform(Asked asked, ChosenBases choice) {
        if (choice.shared().isEmpty()) {
            return new TitledHits(List.of(), Map.of());
        }
        var found = tenancy.as(Platform.TENANT, () -> readable(found(asked, choice.shared())));
        var granted = new HashSet<>(grants.current());
        granted.retainAll(choice.shared());
        return found.only(hit -> granted.contains(hit.baseId()));
    }

    private TitledHits readable(List<CoreHit> hits) {
        var titles =
                documents.titles(
                        hits.stream().map(CoreHit::documentId).collect(Collectors.toSet()));
        return new TitledHits(hits, titles).only(hit -> titles.containsKey(hit.documentId()));
    }

    private static Passage passage(Ranked ranked, TitledHits own, TitledHits shared) {
        var hit = ranked.hit();
        var titles = ranked.origin() == Origin.SHARED ? shared.titles() : own.titles();
        return new Passage(
                hit.chunkId(),
                hit.documentId(),
                Objects.requireNonNull(titles.get(hit.documentId())),
                hit.headings(),
                hit.text(),
                hit.page(),
                ranked.score(),
                ranked.origin(),
                hit.baseId());
    }
}
