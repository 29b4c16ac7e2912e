package io.frontdesk.ragknowledge.crawling;

import io.frontdesk.ragknowledge.webpage.RobotsTxt;
import io.frontdesk.ragknowledge.webpage.Scope;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A website as a step of its crawl sees it.
 *
 * @param robots the rules of this crawl; null until they are read
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Site(
        UUID id,
        UUID baseId,
        String url,
        int maxPages,
        int maxDepth,
        List<String> include,
        List<String> exclude,
        @Nullable String refresh,
        String status,
        int crawl,
        byte @Nullable [] robots,
        int robotsTries,
        @Nullable Instant nextCrawl) {

    Scope scope() {
        return new Scope(url, include, exclude);
    }

    String host() {
        var uri = URI.create(url);
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    String robotsUrl() {
        return URI.create(url).resolve("/robots.txt").toString();
    }

    RobotsTxt rules(String userAgent) {
        return RobotsTxt.of(robotsUrl(), robots == null ? new byte[0] : robots, userAgent);
    }
}
