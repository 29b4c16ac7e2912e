package io.frontdesk.ragknowledge.crawling;

import io.frontdesk.ragknowledge.crawling.Frontier.Stop;
import io.frontdesk.ragknowledge.fetching.AddressRefused;
import io.frontdesk.ragknowledge.fetching.FetchFailed;
import io.frontdesk.ragknowledge.fetching.Fetcher;
import io.frontdesk.ragknowledge.fetching.Fetcher.Wanted;
import io.frontdesk.ragknowledge.fetching.FetchingProperties;
import io.frontdesk.ragknowledge.webpage.RobotsTxt;
import io.frontdesk.ragknowledge.webpage.Scope;
import io.frontdesk.ragknowledge.webpage.Sitemap;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Takes a website's crawl one request further; everything else is in its rows. */
@Service
@EnableConfigurationProperties(CrawlingProperties.class)
class CrawlSite {

    private static final int MOST_TRIES = 4;
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Sites sites;
    private final Frontier frontier;
    private final Hosts hosts;
    private final VisitPage visitPage;
    private final Fetcher fetcher;
    private final FetchingProperties fetching;
    private final CrawlingProperties properties;
    private final TransactionOperations transaction;
    private final Clock clock;

    CrawlSite(
            Sites sites,
            Frontier frontier,
            Hosts hosts,
            VisitPage visitPage,
            Fetcher fetcher,
            FetchingProperties fetching,
            CrawlingProperties properties,
            TransactionOperations transaction,
            Clock clock) {
        this.sites = sites;
        this.frontier = frontier;
        this.hosts = hosts;
        this.visitPage = visitPage;
        this.fetcher = fetcher;
        this.fetching = fetching;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** When to take the next step; none when there is nothing more to do. */
    Optional<Instant> step(UUID siteId) {
        var found = sites.find(siteId);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var site = found.get();
        if (!site.status().equals("crawling")) {
            var next = site.nextCrawl();
            boolean due = next != null && !next.isAfter(clock.instant());
            if (!site.status().equals("queued") && !due) {
                return Optional.ofNullable(next);
            }
            sites.start(siteId);
            site = sites.find(siteId).orElseThrow();
        }
        return request(site);
    }

    private Optional<Instant> request(Site site) {
        if (!hosts.take(site.host(), fetching.timeout().plus(LEASE))) {
            return Optional.of(hosts.freeAt(site.host()));
        }
        var pause = Duration.ZERO;
        try {
            pause = site.robots() == null ? readRobots(site) : visitNext(site);
        } finally {
            hosts.free(site.host(), clock.instant().plus(pause));
        }
        return sites.find(site.id())
                .flatMap(now ->
                        now.status().equals("crawling") || now.status().equals("queued")
                                ? Optional.of(hosts.freeAt(site.host()))
                                : Optional.ofNullable(now.nextCrawl()));
    }

    private Duration readRobots(Site site) {
        byte[] rules = {};
        try {
            rules = fetcher.fetch(Wanted.part(site.robotsUrl(), RobotsTxt.LONGEST)).body();
        } catch (AddressRefused refused) {
            fail(site, "address-refused", "The address must not be fetched", refused);
            return Duration.ZERO;
        } catch (FetchFailed failed) {
            // No answer of that kind is "no rules" (RFC 9309, 2.3.1.3), all others are "keep off".
            boolean none = failed.status() >= 400 && failed.status() < 500 && !failed.isBusy();
            if (!none) {
                sites.robotsTried(site.id());
                if (site.robotsTries() + 1 >= MOST_TRIES) {
                    fail(
                            site,
                            "robots-unavailable",
                            "The site's robots.txt cannot be read",
                            failed);
                }
                return backOff(failed, site.robotsTries());
            }
        }
        begin(site, rules);
        return properties.delay();
    }

    private void begin(Site site, byte[] content) {
        var rules = RobotsTxt.of(site.robotsUrl(), content, fetching.userAgent());
        transaction.executeWithoutResult(_ -> {
            sites.robots(site.id(), content);
            for (var sitemap : rules.sitemaps()) {
                addSitemap(site, sitemap);
            }
            if (rules.sitemaps().isEmpty()) {
                addSitemap(site, URI.create(site.url()).resolve("/sitemap.xml").toString());
            }
            frontier.add(site, site.url(), 0);
        });
    }

    private void addSitemap(Site site, String address) {
        var url = Scope.normal(address);
        if (url != null && site.scope().isOnSite(url)) {
            frontier.addSitemap(site, url);
        }
    }

    private Duration visitNext(Site site) {
        var next = frontier.next(site.id());
        if (next.isEmpty() || frontier.fetched(site.id()) >= site.maxPages()) {
            frontier.skipRest(site, "page-limit");
            sites.end(site.id(), Refresh.after(site.refresh(), clock.instant()));
            return Duration.ZERO;
        }
        var stop = next.get();
        var rules = site.rules(fetching.userAgent());
        try {
            boolean asked = true;
            if (stop.isSitemap()) {
                readSitemap(site, stop);
            } else {
                asked = visitPage.visit(site, stop, rules);
            }
            return asked
                    ? rules.delay(properties.delay(), properties.longestDelay())
                    : Duration.ZERO;
        } catch (FetchFailed failed) {
            frontier.tried(stop);
            if (stop.tries() + 1 >= MOST_TRIES) {
                frontier.leave(site, stop, "failed", failed.type());
            }
            return backOff(failed, stop.tries());
        }
    }

    private void readSitemap(Site site, Stop stop) {
        try {
            var fetched = fetcher.fetch(Wanted.part(stop.url(), Sitemap.LONGEST));
            var map = Sitemap.of(stop.url(), fetched.body(), frontier.room(site));
            transaction.executeWithoutResult(_ -> {
                map.sitemaps().forEach(url -> addSitemap(site, url));
                map.pages().forEach(url -> visitPage.found(site, url, 1));
                sites.beyond(site.id(), map.beyond());
                frontier.fetched(site, stop, null, fetched);
            });
        } catch (AddressRefused refused) {
            frontier.leave(site, stop, "failed", "address-refused");
        } catch (FetchFailed failed) {
            if (failed.isPassing()) {
                throw failed;
            }
            frontier.leave(site, stop, "failed", failed.type());
        }
    }

    private Duration backOff(FetchFailed failed, int tries) {
        var asked = failed.retryAfter();
        var pause =
                asked == null
                        ? properties.delay().multipliedBy(failed.isBusy() ? 10L << tries : 2L)
                        : asked;
        return pause.compareTo(properties.longestPause()) < 0 ? pause : properties.longestPause();
    }

    private void fail(Site site, String type, String title, RuntimeException reason) {
        var detail = reason.getMessage() == null ? title : reason.getMessage();
        sites.fail(site.id(), Refresh.after(site.refresh(), clock.instant()), type, title, detail);
    }
}
