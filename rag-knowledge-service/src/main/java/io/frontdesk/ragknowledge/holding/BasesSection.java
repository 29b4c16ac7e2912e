package io.frontdesk.ragknowledge.holding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.ragknowledge.archive.Incoming;
import io.frontdesk.ragknowledge.archive.Outgoing;
import io.frontdesk.ragknowledge.archive.Section;
import io.frontdesk.ragknowledge.content.Prose;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.JsonNode;

/** Knowledge bases. One whose name is taken gets a number behind it. */
@Component
@Order(1)
public class BasesSection implements Section {

    public static final String ENTRY = "bases.json";
    private static final int LONGEST = 200;

    /** A pack's base goes along only for what the tenant has put there. */
    private static final String PORTABLE =
            """
            select * from knowledge_base b
            where (:after::uuid is null or id > :after::uuid)
                and (origin = 'own'
                    or exists (select from website where base_id = b.id)
                    or exists (select from document d where base_id = b.id and version > 0
            """
                    + DocumentsSection.NOT_FROM_A_PACK
                    + ")) order by id limit ";

    private final JdbcClient jdbc;
    private final ItemReader reader;
    private final IdGenerator ids;

    BasesSection(JdbcClient jdbc, ItemReader reader, IdGenerator ids) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.ids = ids;
    }

    @Override
    public String entry() {
        return ENTRY;
    }

    @Override
    public void write(Outgoing out) throws IOException {
        Pages.each(this::page, ShelfItem::id, out::item);
    }

    @Override
    public void check(JsonNode item) {
        reader.read(ENTRY, item, ShelfItem.class);
    }

    @Override
    public UUID read(Incoming item) {
        var base = reader.read(ENTRY, item.json(), ShelfItem.class);
        var id = ids.generateId();
        jdbc.sql(
                        "insert into knowledge_base (id, name, description, industry, created_at)"
                                + " values (:id, :name, :description, :industry, :created)")
                .param("id", id)
                .param("name", free(Prose.line(base.name())))
                .param("description", line(base.description()))
                .param("industry", line(base.industry()))
                .param("created", base.createdAt())
                .update();
        return id;
    }

    private String free(String name) {
        var candidate = name;
        for (int i = 2; isTaken(candidate); i++) {
            var suffix = " (" + i + ")";
            int room = LONGEST - suffix.length();
            candidate = (name.length() > room ? name.substring(0, room) : name) + suffix;
        }
        return candidate;
    }

    private boolean isTaken(String name) {
        return jdbc.sql("select count(*) from knowledge_base where name = :name")
                        .param("name", name)
                        .query((row, _) -> row.getInt(1))
                        .single()
                > 0;
    }

    private List<ShelfItem> page(@Nullable UUID after) {
        return jdbc.sql(PORTABLE + Pages.SIZE)
                .param("after", after)
                .query((row, _) ->
                        new ShelfItem(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getString("description"),
                                row.getString("industry"),
                                row.getObject("created_at", OffsetDateTime.class)))
                .list();
    }

    private static @Nullable String line(@Nullable String text) {
        return text == null ? null : Prose.line(text);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShelfItem(
            @NotNull UUID id,
            @NotBlank @Size(max = LONGEST) String name,
            @Nullable @Size(max = 2000) String description,
            @Nullable @Size(max = 100) String industry,
            @NotNull OffsetDateTime createdAt) {}
}
