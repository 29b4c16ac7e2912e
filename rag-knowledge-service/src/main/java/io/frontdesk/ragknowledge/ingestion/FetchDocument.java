package io.frontdesk.ragknowledge.ingestion;

import io.frontdesk.ragknowledge.document.Document.Source.Kind;
import io.frontdesk.ragknowledge.document.Versions;
import io.frontdesk.ragknowledge.document.Versions.Content;
import io.frontdesk.ragknowledge.fetching.Fetched;
import io.frontdesk.ragknowledge.fetching.Fetcher;
import io.frontdesk.ragknowledge.fetching.Fetcher.Wanted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Fetches what a document's web address holds; only what changed becomes a new version. */
@Service
class FetchDocument {

    private final Fetcher fetcher;
    private final Versions versions;
    private final Ingestions ingestions;
    private final TransactionOperations transaction;

    FetchDocument(
            Fetcher fetcher,
            Versions versions,
            Ingestions ingestions,
            TransactionOperations transaction) {
        this.fetcher = fetcher;
        this.versions = versions;
        this.ingestions = ingestions;
        this.transaction = transaction;
    }

    /** Whether there is something to be read now. */
    boolean fetch(Work work) {
        var fetched =
                fetcher.fetch(
                        new Wanted(
                                Objects.requireNonNull(work.url()),
                                work.version() == 0 ? null : work.etag(),
                                work.version() == 0 ? null : work.lastModified()));
        return Boolean.TRUE.equals(transaction.<Boolean>execute(_ -> keep(work, fetched)));
    }

    private boolean keep(Work work, Fetched fetched) {
        if (!ingestions.fetched(work, fetched)) {
            return false;
        }
        boolean same =
                fetched.isUnmodified()
                        || (work.version() > 0
                                && versions.get(work.documentId(), work.version())
                                        .hash()
                                        .equals(fetched.hash()));
        if (!same) {
            add(work, fetched);
            return true;
        }
        boolean searchable = work.searchable() != null && work.searchable() == work.version();
        if (searchable && !work.dirty()) {
            ingestions.settled(work);
            return false;
        }
        return true;
    }

    private void add(Work work, Fetched fetched) {
        var content =
                new Content(
                        fetched.fileName(),
                        fetched.mediaType(),
                        fetched.hash(),
                        fetched.body().length,
                        Kind.URL);
        try {
            versions.add(work.documentId(), content, new ByteArrayInputStream(fetched.body()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
