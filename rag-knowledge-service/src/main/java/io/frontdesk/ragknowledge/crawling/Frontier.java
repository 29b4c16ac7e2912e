package io.frontdesk.ragknowledge.crawling;

import io.frontdesk.ragknowledge.fetching.Fetched;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** The addresses of a website: what was visited, and what is to be visited next. */
@Repository
@Transactional
class Frontier {

    private static final int MOST_SITEMAPS = 50;
    private static final int MOST_VARIANTS = 20;

    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final Clock clock;

    Frontier(JdbcClient jdbc, IdGenerator ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** An address to visit. */
    record Stop(
            UUID id,
            String url,
            String kind,
            int depth,
            int tries,
            int misses,
            @Nullable UUID documentId,
            @Nullable String etag,
            @Nullable String lastModified) {

        boolean isSitemap() {
            return kind.equals("sitemap");
        }
    }

    /** Site maps first, then pages, those near the start before others. */
    Optional<Stop> next(UUID siteId) {
        return jdbc.sql(
                        "select * from website_page where website_id = :site and state = 'waiting'"
                                + " order by kind desc, depth, id limit 1")
                .param("site", siteId)
                .query(Frontier::stop)
                .optional();
    }

    /** How many addresses there is room for: some more than may be visited, for those skipped. */
    int room(Site site) {
        return Math.max(0, 2 * site.maxPages() + 200 - count(site.id(), "true"));
    }

    int fetched(UUID siteId) {
        return count(siteId, "kind = 'page' and state = 'fetched'");
    }

    private int count(UUID siteId, String condition) {
        return jdbc.sql(
                        "select count(*) from website_page where website_id = :site and "
                                + condition)
                .param("site", siteId)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    void addSitemap(Site site, String url) {
        if (count(site.id(), "kind = 'sitemap'") < MOST_SITEMAPS) {
            insert(site, url, url, "sitemap", 0);
        }
    }

    /** Adds an address that is not known yet; one page under endless queries is one too many. */
    void add(Site site, String url, int depth) {
        int query = url.indexOf('?');
        var path = query < 0 ? url : url.substring(0, query);
        int variants =
                query < 0
                        ? 0
                        : jdbc.sql(
                                        "select count(*) from website_page where website_id = :site"
                                                + " and path = :path")
                                .param("site", site.id())
                                .param("path", path)
                                .query((row, _) -> row.getInt(1))
                                .single();
        if (variants < MOST_VARIANTS) {
            insert(site, url, path, "page", depth);
        }
    }

    private void insert(Site site, String url, String path, String kind, int depth) {
        jdbc.sql(
                        """
                        insert into website_page
                            (id, website_id, url, path, kind, depth, state, crawl)
                        values (:id, :site, :url, :path, :kind, :depth, 'waiting', :crawl)
                        on conflict (website_id, url) do nothing
                        """)
                .param("id", ids.generateId())
                .param("site", site.id())
                .param("url", url)
                .param("path", path)
                .param("kind", kind)
                .param("depth", depth)
                .param("crawl", site.crawl())
                .update();
    }

    /** Visited; {@code documentId} is what it became, null for a site map. */
    void fetched(Site site, Stop stop, @Nullable UUID documentId, Fetched fetched) {
        jdbc.sql(
                        """
                        update website_page set state = 'fetched', reason = null, misses = 0,
                            crawl = :crawl, document_id = :document, etag = :etag,
                            last_modified = :modified, fetched_at = :now
                        where id = :id
                        """)
                .param("id", stop.id())
                .param("crawl", site.crawl())
                .param("document", documentId)
                .param("etag", fetched.etag())
                .param("modified", fetched.lastModified())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Not to be kept: {@code state} is {@code skipped} or {@code failed}. */
    void leave(Site site, Stop stop, String state, String reason) {
        jdbc.sql(
                        "update website_page set state = :state, reason = :reason, crawl = :crawl"
                                + " where id = :id")
                .param("id", stop.id())
                .param("state", state)
                .param("reason", reason)
                .param("crawl", site.crawl())
                .update();
    }

    void tried(Stop stop) {
        jdbc.sql("update website_page set tries = tries + 1 where id = :id")
                .param("id", stop.id())
                .update();
    }

    void missed(Stop stop) {
        jdbc.sql("update website_page set misses = misses + 1 where id = :id")
                .param("id", stop.id())
                .update();
    }

    void skipRest(Site site, String reason) {
        jdbc.sql(
                        "update website_page set state = 'skipped', reason = :reason"
                                + " where website_id = :site and state = 'waiting'")
                .param("site", site.id())
                .param("reason", reason)
                .update();
    }

    private static Stop stop(ResultSet row, int number) throws SQLException {
        return new Stop(
                row.getObject("id", UUID.class),
                row.getString("url"),
                row.getString("kind"),
                row.getInt("depth"),
                row.getInt("tries"),
                row.getInt("misses"),
                row.getObject("document_id", UUID.class),
                row.getString("etag"),
                row.getString("last_modified"));
    }
}
