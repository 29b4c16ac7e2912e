package io.frontdesk.ragknowledge.upload;

import io.frontdesk.ragknowledge.document.Document;
import io.frontdesk.ragknowledge.document.Document.Source.Kind;
import io.frontdesk.ragknowledge.document.DocumentStatus;
import io.frontdesk.ragknowledge.document.Documents;
import io.frontdesk.ragknowledge.document.Versions;
import io.frontdesk.ragknowledge.document.Versions.Content;
import io.frontdesk.ragknowledge.fetching.Fetched;
import io.frontdesk.ragknowledge.ingestion.Reingestion;
import io.frontdesk.ragknowledge.upload.AddDocument.Accepted;
import io.frontdesk.starter.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a document its next version; until that is ready, searches find the one before. */
@Service
public class ReplaceContent {

    private final Documents documents;
    private final Versions versions;
    private final Reingestion reingestion;

    ReplaceContent(Documents documents, Versions versions, Reingestion reingestion) {
        this.documents = documents;
        this.versions = versions;
        this.reingestion = reingestion;
    }

    /** The content may be opened twice; the same content again is no new version. */
    @Transactional
    Accepted replace(UUID id, FileName name, Kind kind, long size, InputStreamSource source)
            throws IOException {
        var document = owned(id);
        var hash = AddDocument.hash(source);
        if (isNewest(document, hash) && document.status() != DocumentStatus.FAILED) {
            return new Accepted(id, document.status(), false);
        }
        if (!isNewest(document, hash)) {
            requireNew(document, hash);
            try (var bytes = source.getInputStream()) {
                var content = new Content(name.value(), name.mediaType(), hash, size, kind);
                versions.add(id, content, bytes);
            }
        }
        reingestion.queue(id);
        return new Accepted(id, DocumentStatus.QUEUED, true);
    }

    /** Makes an earlier version the newest. */
    @Transactional
    Accepted restore(UUID id, int version) {
        var document = owned(id);
        var old = versions.get(id, version);
        if (version == document.version()) {
            return new Accepted(id, document.status(), false);
        }
        requireNew(document, old.hash());
        versions.repeat(id, version);
        reingestion.queue(id);
        return new Accepted(id, DocumentStatus.QUEUED, true);
    }

    /**
     * Takes what a website's page holds now.
     *
     * @return whether that is something new
     */
    @Transactional
    public boolean replacePage(UUID id, Fetched page) {
        var document = documents.locked(id);
        if (isNewest(document, page.hash())) {
            return false;
        }
        var content =
                new Content(
                        page.fileName(),
                        page.mediaType(),
                        page.hash(),
                        page.body().length,
                        Kind.WEBSITE);
        try {
            versions.add(id, content, new ByteArrayInputStream(page.body()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        reingestion.queue(id);
        return true;
    }

    private Document owned(UUID id) {
        var document = documents.locked(id);
        var kind = document.source().kind();
        if (kind == Kind.URL || kind == Kind.WEBSITE) {
            throw new DocumentFollowsTheWeb();
        }
        return document;
    }

    private boolean isNewest(Document document, String hash) {
        return versions.get(document.id(), document.version()).hash().equals(hash);
    }

    private void requireNew(Document document, String hash) {
        documents
                .withContent(document.baseId(), hash)
                .filter(other -> !other.id().equals(document.id()))
                .ifPresent(other -> {
                    throw new ContentExists(other.id());
                });
    }

    /** What is fetched from the web is changed there. */
    @Problem(
            status = HttpStatus.CONFLICT,
            type = "document-follows-the-web",
            title = "The document follows a web address")
    static class DocumentFollowsTheWeb extends RuntimeException {
        DocumentFollowsTheWeb() {
            super("Its content is what the web address holds; change it there.");
        }
    }

    /** Another document of the base has that content. */
    @Problem(
            status = HttpStatus.CONFLICT,
            type = "content-exists",
            title = "The base holds that content already")
    static class ContentExists extends RuntimeException {
        ContentExists(UUID id) {
            super("Document " + id + " has the same content.");
        }
    }
}
