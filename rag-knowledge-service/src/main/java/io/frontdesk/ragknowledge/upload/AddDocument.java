package io.frontdesk.ragknowledge.upload;

import io.frontdesk.ragknowledge.document.Contents;
import io.frontdesk.ragknowledge.document.Document;
import io.frontdesk.ragknowledge.document.Document.Source;
import io.frontdesk.ragknowledge.document.Document.Source.Kind;
import io.frontdesk.ragknowledge.document.DocumentStatus;
import io.frontdesk.ragknowledge.document.Documents;
import io.frontdesk.ragknowledge.document.NewDocument;
import io.frontdesk.ragknowledge.fetching.Fetched;
import io.frontdesk.ragknowledge.fetching.Fetcher;
import io.frontdesk.ragknowledge.ingestion.IngestionQueue;
import io.frontdesk.ragknowledge.ingestion.Reingestion;
import io.frontdesk.ragknowledge.library.KnowledgeBases;
import io.frontdesk.ragknowledge.usage.Quotas;
import io.frontdesk.starter.tenancy.Tenancy;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** Accepts a document: its row, its bytes and its ingestion are stored together or not at all. */
@Service
public class AddDocument {

    private final KnowledgeBases bases;
    private final Documents documents;
    private final Contents contents;
    private final IngestionQueue queue;
    private final Reingestion reingestion;
    private final Fetcher fetcher;
    private final Quotas quotas;
    private final IdGenerator ids;
    private final Tenancy tenancy;

    AddDocument(
            KnowledgeBases bases,
            Documents documents,
            Contents contents,
            IngestionQueue queue,
            Reingestion reingestion,
            Fetcher fetcher,
            Quotas quotas,
            IdGenerator ids,
            Tenancy tenancy) {
        this.bases = bases;
        this.documents = documents;
        this.contents = contents;
        this.queue = queue;
        this.reingestion = reingestion;
        this.fetcher = fetcher;
        this.quotas = quotas;
        this.ids = ids;
        this.tenancy = tenancy;
    }

    /**
     * Accepts a text with Markdown in it.
     *
     * @return the document's id, also when the base holds that content already
     */
    @Transactional
    public UUID addText(UUID baseId, String title, String markdown) {
        var bytes = markdown.getBytes(StandardCharsets.UTF_8);
        var name = FileName.of(title + ".md");
        try {
            return add(baseId, name, title, Kind.TEXT, bytes.length, new ByteArrayResource(bytes))
                    .id();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Accepts a file.
     *
     * @return the document's id, also when the base holds that content already
     */
    @Transactional
    public UUID addFile(
            UUID baseId, @Nullable String fileName, long size, InputStreamSource content)
            throws IOException {
        var name = FileName.of(fileName);
        return add(baseId, name, name.title(), Kind.UPLOAD, size, content).id();
    }

    /** The content may be opened twice: for its hash, and to be stored. */
    @Transactional
    Accepted add(
            UUID baseId,
            FileName name,
            String title,
            Kind kind,
            long size,
            InputStreamSource content)
            throws IOException {
        var tenant = tenancy.require();
        bases.require(baseId);
        var hash = hash(content);
        var same = documents.withContent(baseId, hash);
        if (same.isPresent()) {
            return known(tenant, same.get());
        }
        quotas.takeDocument();
        var id = ids.generateId();
        var document =
                new NewDocument(
                        baseId,
                        title,
                        kind == Kind.TEXT,
                        name.value(),
                        name.mediaType(),
                        hash,
                        size,
                        new Source(kind, null),
                        null);
        if (!documents.add(id, document)) {
            return known(tenant, documents.withContent(baseId, hash).orElseThrow());
        }
        try (var bytes = content.getInputStream()) {
            contents.write(id, 1, bytes);
        }
        queue.add(tenant, id);
        return new Accepted(id, DocumentStatus.QUEUED, true);
    }

    /**
     * Accepts a web address, to be fetched in the background; one that the base has already is
     * fetched again.
     *
     * @throws io.frontdesk.ragknowledge.fetching.AddressRefused when it must not be fetched
     */
    @Transactional
    Accepted addUrl(UUID baseId, @Nullable String title, String address) {
        var tenant = tenancy.require();
        bases.require(baseId);
        var url = fetcher.check(address).toString();
        var same = documents.withUrl(baseId, url);
        if (same.isPresent()) {
            reingestion.refresh(same.get().id());
            return new Accepted(same.get().id(), DocumentStatus.QUEUED, true);
        }
        quotas.takeDocument();
        var id = ids.generateId();
        var document =
                new NewDocument(
                        baseId,
                        title == null ? url : title,
                        title != null,
                        "page",
                        "application/octet-stream",
                        "",
                        0,
                        new Source(Kind.URL, url),
                        null);
        if (!documents.add(id, document)) {
            return new Accepted(
                    documents.withUrl(baseId, url).orElseThrow().id(), DocumentStatus.QUEUED, true);
        }
        queue.add(tenant, id);
        return new Accepted(id, DocumentStatus.QUEUED, true);
    }

    /**
     * Accepts a page of a website as it was fetched.
     *
     * @return the document's id
     */
    @Transactional
    public UUID addPage(UUID baseId, UUID websiteId, String url, Fetched page) {
        quotas.takeDocument();
        var id = ids.generateId();
        documents.add(
                id,
                new NewDocument(
                        baseId,
                        url,
                        false,
                        page.fileName(),
                        page.mediaType(),
                        page.hash(),
                        page.body().length,
                        new Source(Kind.WEBSITE, url),
                        websiteId));
        try {
            contents.write(id, 1, new ByteArrayInputStream(page.body()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        queue.add(tenancy.require(), id);
        return id;
    }

    private Accepted known(UUID tenant, Document known) {
        if (known.status() != DocumentStatus.FAILED) {
            return new Accepted(known.id(), known.status(), false);
        }
        documents.queueAgain(known.id(), false);
        queue.add(tenant, known.id());
        return new Accepted(known.id(), DocumentStatus.QUEUED, true);
    }

    static String hash(InputStreamSource content) throws IOException {
        try (InputStream bytes = content.getInputStream();
                var digest = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A document written as text; a larger one than an upload may be is not read. */
    public record Text(@NotBlank @Size(max = 300) String title, @NotBlank String text) {}

    record Accepted(UUID id, DocumentStatus status, boolean queued) {}
}
