package io.frontdesk.ragknowledge.arrangement;

import io.frontdesk.ragknowledge.archive.Incoming;
import io.frontdesk.ragknowledge.archive.Outgoing;
import io.frontdesk.ragknowledge.archive.Section;
import io.frontdesk.ragknowledge.holding.ItemReader;
import io.frontdesk.ragknowledge.holding.Pages;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The names and versions of installed packs. An import does not install them: it says which. */
@Component
@Order(9)
class PacksSection implements Section {

    static final String ENTRY = "industries.jsonl";

    private final JdbcClient jdbc;
    private final ItemReader reader;

    PacksSection(JdbcClient jdbc, ItemReader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    @Override
    public String entry() {
        return ENTRY;
    }

    @Override
    public void write(Outgoing out) throws IOException {
        Pages.each(this::page, PackItem::id, out::item);
    }

    @Override
    public void check(JsonNode item) {
        reader.read(ENTRY, item, PackItem.class);
    }

    @Override
    public UUID read(Incoming item) {
        var pack = reader.read(ENTRY, item.json(), PackItem.class);
        boolean here =
                jdbc.sql("select exists (select from industry_installation where name = :name)")
                        .param("name", pack.name())
                        .query((row, _) -> row.getBoolean(1))
                        .single();
        if (!here) {
            item.note(
                    "The industry pack %s %s was installed; install it to have it here."
                            .formatted(pack.name(), pack.version()));
        }
        return pack.id();
    }

    private List<PackItem> page(@Nullable UUID after) {
        return jdbc.sql(
                        "select id, name, version from industry_installation"
                                + " where :after::uuid is null or id > :after::uuid"
                                + " order by id limit "
                                + Pages.SIZE)
                .param("after", after)
                .query((row, _) ->
                        new PackItem(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getString("version")))
                .list();
    }

    record PackItem(
            @NotNull UUID id,
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,99}") String name,
            @NotNull @Pattern(regexp = "\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}") String version) {}
}
