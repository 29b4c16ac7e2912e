package io.frontdesk.ragknowledge.search;

import io.frontdesk.ragknowledge.core.CoreHit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** Hits, and the titles of those documents that may be shown. */
record TitledHits(List<CoreHit> hits, Map<UUID, String> titles) {

    TitledHits only(Predicate<CoreHit> condition) {
        return new TitledHits(hits.stream().filter(condition).toList(), titles);
    }
}
