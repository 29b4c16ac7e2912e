package io.frontdesk.ragknowledge.holding;

import io.frontdesk.ragknowledge.archive.Incoming;
import io.frontdesk.ragknowledge.archive.InvalidArchive;
import io.frontdesk.ragknowledge.archive.Outgoing;
import io.frontdesk.ragknowledge.archive.Section;
import io.frontdesk.ragknowledge.content.Prose;
import io.frontdesk.ragknowledge.document.Contents;
import io.frontdesk.ragknowledge.document.Documents;
import io.frontdesk.ragknowledge.document.NewDocument;
import io.frontdesk.ragknowledge.ingestion.IngestionQueue;
import io.frontdesk.ragknowledge.usage.Quotas;
import io.frontdesk.starter.tenancy.Tenancy;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.JsonNode;

/** Documents with their original bytes; what is imported is read and embedded anew. */
@Component
@Order(2)
public class DocumentsSection implements Section {

    public static final String ENTRY = "documents.jsonl";

    /**
     * A document as a pack brought it comes with the pack; one that was changed is the tenant's.
     */
    static final String NOT_FROM_A_PACK =
            """
             and not exists (select from industry_piece p where p.kind = 'document'
                and p.item_id = d.id and p.content = d.content_hash and p.title = d.title)
            """;

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Contents contents;
    private final IngestionQueue queue;
    private final Quotas quotas;
    private final ItemReader reader;
    private final IdGenerator ids;
    private final Tenancy tenancy;

    DocumentsSection(
            JdbcClient jdbc,
            Documents documents,
            Contents contents,
            IngestionQueue queue,
            Quotas quotas,
            ItemReader reader,
            IdGenerator ids,
            Tenancy tenancy) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.contents = contents;
        this.queue = queue;
        this.quotas = quotas;
        this.reader = reader;
        this.ids = ids;
        this.tenancy = tenancy;
    }

    @Override
    public String entry() {
        return ENTRY;
    }

    @Override
    public void write(Outgoing out) throws IOException {
        Pages.each(this::page, DocumentItem::id, out::item);
    }

    @Override
    public void writeFiles(Outgoing out) throws IOException {
        Pages.each(
                this::page,
                DocumentItem::id,
                item -> out.file(item.content(), target -> contents.copy(item.id(), target)));
    }

    @Override
    public void check(JsonNode item) {
        reader.read(ENTRY, item, DocumentItem.class);
    }

    @Override
    public UUID read(Incoming item) throws IOException {
        var document = reader.read(ENTRY, item.json(), DocumentItem.class);
        var base =
                item.mapped(BasesSection.ENTRY, document.baseId())
                        .orElseThrow(() ->
                                new InvalidArchive("A document is in a base that is not there."));
        var file =
                item.file(document.content())
                        .orElseThrow(() -> new InvalidArchive("A document's content is missing."));
        var hash = file.sha256().toLowerCase(Locale.ROOT);
        var known = documents.withContent(base, hash);
        if (known.isPresent()) {
            return known.get().id();
        }
        quotas.takeDocument();
        var id = ids.generateId();
        documents.add(
                id,
                new NewDocument(
                        base,
                        Prose.line(document.title()),
                        true,
                        Prose.line(document.fileName()).replaceAll("[/\\\\]", "_"),
                        Prose.line(document.mediaType()),
                        hash,
                        file.size()));
        try (var bytes = item.open(document.content())) {
            contents.write(id, 1, bytes);
        }
        jdbc.sql("update document set created_at = :created where id = :id")
                .param("created", document.createdAt())
                .param("id", id)
                .update();
        queue.add(tenancy.require(), id);
        return id;
    }

    private List<DocumentItem> page(@Nullable UUID after) {
        return jdbc.sql(
                        "select * from document d where version > 0"
                                + NOT_FROM_A_PACK
                                + " and (:after::uuid is null or id > :after::uuid)"
                                + " order by id limit "
                                + Pages.SIZE)
                .param("after", after)
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    var name = row.getString("file_name");
                    return new DocumentItem(
                            id,
                            row.getObject("base_id", UUID.class),
                            row.getString("title"),
                            row.getString("media_type"),
                            name,
                            row.getObject("created_at", OffsetDateTime.class),
                            "documents/" + id + "/" + name.replaceAll("[/\\\\]", "_"));
                })
                .list();
    }

    /**
     * One document.
     *
     * @param content the entry with its bytes
     */
    record DocumentItem(
            @NotNull UUID id,
            @NotNull UUID baseId,
            @NotBlank @Size(max = 1000) String title,
            @NotBlank @Size(max = 200) String mediaType,
            @NotBlank @Size(max = 300) String fileName,
            @NotNull OffsetDateTime createdAt,
            @NotBlank @Size(max = 1000) String content) {}
}
