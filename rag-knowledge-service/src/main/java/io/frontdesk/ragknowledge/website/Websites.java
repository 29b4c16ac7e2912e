package io.frontdesk.ragknowledge.website;

import io.frontdesk.ragknowledge.document.Document.Failure;
import io.frontdesk.ragknowledge.website.NewWebsite.Settings;
import io.frontdesk.ragknowledge.website.Website.Pages;
import io.frontdesk.ragknowledge.website.Website.SitePage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The websites of the tenant at hand. */
@Repository
@Transactional
class Websites {

    private final JdbcClient jdbc;
    private final Clock clock;

    Websites(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds a queued website, unless the base follows that address already: then false. */
    boolean add(UUID id, UUID baseId, String url, Settings settings) {
        var insert =
                jdbc.sql(
                                """
                                insert into website (id, base_id, url, max_pages, max_depth,
                                    include, exclude, refresh, status, created_at)
                                values (:id, :base, :url, :pages, :depth, :include, :exclude,
                                    :refresh, 'queued', :now)
                                on conflict (base_id, url) do nothing
                                """)
                        .param("id", id)
                        .param("base", baseId)
                        .param("url", url)
                        .param("now", OffsetDateTime.now(clock));
        return with(settings, insert).update() == 1;
    }

    void change(UUID id, Settings settings) {
        var update =
                jdbc.sql(
                                """
                                update website set max_pages = :pages, max_depth = :depth,
                                    include = :include, exclude = :exclude, refresh = :refresh,
                                    next_crawl_at = case when cast(:refresh as text) is null
                                        then null else next_crawl_at end,
                                    status = case when cast(:refresh as text) is null
                                        or refresh is not distinct from :refresh or status = 'crawling'
                                        then status else 'queued' end
                                where id = :id
                                """)
                        .param("id", id);
        with(settings, update).update();
    }

    private static StatementSpec with(Settings settings, StatementSpec statement) {
        return statement
                .param("pages", settings.maxPages())
                .param("depth", settings.maxDepth())
                .param("include", settings.included())
                .param("exclude", settings.excluded())
                .param("refresh", settings.refresh());
    }

    /** Asks for a crawl: now, or after the one that is under way, which may have passed by. */
    void queue(UUID id) {
        jdbc.sql(
                        """
                        update website set again = status = 'crawling',
                            status = case when status = 'crawling' then status else 'queued' end
                        where id = :id
                        """)
                .param("id", id)
                .update();
    }

    /** Until the transaction ends, its crawl adds no page. */
    void lock(UUID id) {
        jdbc.sql("select from website where id = :id for update").param("id", id).query(_ -> {});
    }

    void delete(UUID id) {
        jdbc.sql("delete from website where id = :id").param("id", id).update();
    }

    Optional<UUID> withUrl(UUID baseId, String url) {
        return jdbc.sql("select id from website where base_id = :base and url = :url")
                .param("base", baseId)
                .param("url", url)
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional();
    }

    Website get(UUID id) {
        return jdbc.sql("select * from website where id = :id")
                .param("id", id)
                .query(this::website)
                .optional()
                .orElseThrow(() -> new WebsiteNotFound(id));
    }

    /** Newest first; {@code before} is the last id of the part before. */
    List<Website> list(UUID baseId, int limit, @Nullable UUID before) {
        return jdbc.sql(
                        """
                        select * from website
                        where base_id = :base and (:before::uuid is null or id < :before::uuid)
                        order by id desc limit :limit
                        """)
                .param("base", baseId)
                .param("before", before)
                .param("limit", limit)
                .query(this::website)
                .list();
    }

    /** In the order in which they were found; {@code after} is the last id of the part before. */
    List<SitePage> pages(UUID id, int limit, @Nullable UUID after) {
        return jdbc.sql(
                        """
                        select * from website_page where website_id = :id and kind = 'page'
                            and (:after::uuid is null or id > :after::uuid)
                        order by id limit :limit
                        """)
                .param("id", id)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) ->
                        new SitePage(
                                row.getObject("id", UUID.class),
                                row.getString("url"),
                                row.getInt("depth"),
                                row.getString("state"),
                                row.getString("reason"),
                                row.getObject("document_id", UUID.class),
                                row.getObject("fetched_at", OffsetDateTime.class)))
                .list();
    }

    private Website website(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var states = new HashMap<String, Integer>();
        var reasons = new TreeMap<String, Integer>();
        jdbc.sql(
                        "select state, reason, count(*) as pages from website_page"
                                + " where website_id = :id and kind = 'page' group by 1, 2")
                .param("id", id)
                .query(group -> {
                    states.merge(group.getString("state"), group.getInt("pages"), Integer::sum);
                    if (group.getString("reason") != null) {
                        reasons.merge(
                                group.getString("reason"), group.getInt("pages"), Integer::sum);
                    }
                });
        int beyond = row.getInt("beyond");
        if (beyond > 0) {
            states.merge("skipped", beyond, Integer::sum);
            reasons.merge("page-limit", beyond, Integer::sum);
        }
        return website(row, id, states, reasons);
    }

    private static Website website(
            ResultSet row, UUID id, Map<String, Integer> states, Map<String, Integer> reasons)
            throws SQLException {
        int fetched = states.getOrDefault("fetched", 0);
        int found = states.values().stream().mapToInt(Integer::intValue).sum();
        int ahead = Math.min(row.getInt("max_pages") - fetched, states.getOrDefault("waiting", 0));
        int done = found - states.getOrDefault("waiting", 0);
        var problem = row.getString("problem_type");
        var status = row.getString("status");
        return new Website(
                id,
                row.getObject("base_id", UUID.class),
                row.getString("url"),
                status,
                switch (status) {
                    case "queued" -> 0;
                    case "crawling" -> done + ahead <= 0 ? 0 : (double) done / (done + ahead);
                    default -> 1;
                },
                new Pages(
                        found,
                        fetched,
                        states.getOrDefault("failed", 0),
                        states.getOrDefault("skipped", 0),
                        reasons),
                row.getInt("max_pages"),
                row.getInt("max_depth"),
                List.of((String[]) row.getArray("include").getArray()),
                List.of((String[]) row.getArray("exclude").getArray()),
                row.getString("refresh"),
                row.getObject("last_crawled_at", OffsetDateTime.class),
                row.getObject("next_crawl_at", OffsetDateTime.class),
                problem == null
                        ? null
                        : new Failure(
                                problem,
                                row.getString("problem_title"),
                                row.getString("problem_detail")),
                row.getObject("created_at", OffsetDateTime.class));
    }
}
