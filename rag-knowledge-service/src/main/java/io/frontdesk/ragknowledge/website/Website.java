package io.frontdesk.ragknowledge.website;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.ragknowledge.document.Document.Failure;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A website as the API shows it.
 *
 * @param status queued, crawling, ready or failed
 * @param progress of the crawl at hand, from 0 to 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Website(
        UUID id,
        UUID baseId,
        String url,
        String status,
        double progress,
        Pages pages,
        int maxPages,
        int maxDepth,
        List<String> include,
        List<String> exclude,
        @Nullable String refresh,
        @Nullable OffsetDateTime lastCrawledAt,
        @Nullable OffsetDateTime nextCrawlAt,
        @Nullable Failure problem,
        OffsetDateTime createdAt) {

    /**
     * How many pages there are.
     *
     * @param reasons why pages were skipped or failed, with how many
     */
    record Pages(int found, int fetched, int failed, int skipped, Map<String, Integer> reasons) {}

    /**
     * One page.
     *
     * @param state waiting, fetched, failed or skipped
     * @param documentId of what it became
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SitePage(
            UUID id,
            String url,
            int depth,
            String state,
            @Nullable String reason,
            @Nullable UUID documentId,
            @Nullable OffsetDateTime fetchedAt) {}
}
