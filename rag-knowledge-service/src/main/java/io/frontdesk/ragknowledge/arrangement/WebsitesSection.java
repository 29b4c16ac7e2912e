package io.frontdesk.ragknowledge.arrangement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.ragknowledge.archive.Incoming;
import io.frontdesk.ragknowledge.archive.InvalidArchive;
import io.frontdesk.ragknowledge.archive.Outgoing;
import io.frontdesk.ragknowledge.archive.Section;
import io.frontdesk.ragknowledge.crawling.Refresh;
import io.frontdesk.ragknowledge.fetching.AddressRefused;
import io.frontdesk.ragknowledge.fetching.Fetcher;
import io.frontdesk.ragknowledge.holding.BasesSection;
import io.frontdesk.ragknowledge.holding.ItemReader;
import io.frontdesk.ragknowledge.holding.Pages;
import io.frontdesk.ragknowledge.webpage.Scope;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Websites with their settings; their pages are documents, and the next crawl is asked for by hand.
 */
@Component
@Order(8)
class WebsitesSection implements Section {

    static final String ENTRY = "websites.jsonl";

    private final JdbcClient jdbc;
    private final Fetcher fetcher;
    private final ItemReader reader;
    private final IdGenerator ids;

    WebsitesSection(JdbcClient jdbc, Fetcher fetcher, ItemReader reader, IdGenerator ids) {
        this.jdbc = jdbc;
        this.fetcher = fetcher;
        this.reader = reader;
        this.ids = ids;
    }

    @Override
    public String entry() {
        return ENTRY;
    }

    @Override
    public void write(Outgoing out) throws IOException {
        Pages.each(this::page, SiteItem::id, out::item);
    }

    @Override
    public void check(JsonNode item) {
        var site = reader.read(ENTRY, item, SiteItem.class);
        url(site);
        if (site.refresh() != null && !Refresh.isValid(site.refresh())) {
            throw new InvalidArchive("A website's refresh must be between an hour and a year.");
        }
    }

    @Override
    public UUID read(Incoming item) {
        var site = reader.read(ENTRY, item.json(), SiteItem.class);
        var base =
                item.mapped(BasesSection.ENTRY, site.baseId())
                        .orElseThrow(() ->
                                new InvalidArchive("A website is in a base that is not there."));
        item.note("The website %s is not crawled until you ask for it.".formatted(site.url()));
        return jdbc.sql(
                        """
                        insert into website as known (id, base_id, url, max_pages, max_depth,
                            include, exclude, refresh, status, created_at)
                        values (:id, :base, :url, :pages, :depth, :include, :exclude, :refresh,
                            'ready', :created)
                        on conflict (base_id, url) do update set url = known.url
                        returning id
                        """)
                .param("id", ids.generateId())
                .param("base", base)
                .param("url", url(site))
                .param("pages", site.maxPages())
                .param("depth", site.maxDepth())
                .param("include", site.include().toArray(String[]::new))
                .param("exclude", site.exclude().toArray(String[]::new))
                .param("refresh", site.refresh())
                .param("created", site.createdAt())
                .query((row, _) -> row.getObject(1, UUID.class))
                .single();
    }

    /** The address in its one form, unless it must not be visited. */
    private String url(SiteItem site) {
        try {
            var checked = fetcher.check(site.url()).toString();
            return Objects.requireNonNullElse(Scope.normal(checked), checked);
        } catch (AddressRefused refused) {
            throw new InvalidArchive("The archive has a website that must not be visited.");
        }
    }

    private List<SiteItem> page(@Nullable UUID after) {
        return jdbc.sql(
                        "select * from website where :after::uuid is null or id > :after::uuid"
                                + " order by id limit "
                                + Pages.SIZE)
                .param("after", after)
                .query(WebsitesSection::site)
                .list();
    }

    private static SiteItem site(ResultSet row, int number) throws SQLException {
        return new SiteItem(
                row.getObject("id", UUID.class),
                row.getObject("base_id", UUID.class),
                row.getString("url"),
                row.getInt("max_pages"),
                row.getInt("max_depth"),
                List.of((String[]) row.getArray("include").getArray()),
                List.of((String[]) row.getArray("exclude").getArray()),
                row.getString("refresh"),
                row.getObject("created_at", OffsetDateTime.class));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SiteItem(
            @NotNull UUID id,
            @NotNull UUID baseId,
            @NotBlank @Size(max = 2000) String url,
            @Min(1) @Max(5000) int maxPages,
            @Min(0) @Max(20) int maxDepth,
            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 300) String> include,
            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 300) String> exclude,
            @Nullable @Size(max = 30) String refresh,
            @NotNull OffsetDateTime createdAt) {}
}
