package io.frontdesk.ragknowledge.ingestion;

import io.frontdesk.ragknowledge.chunking.Chunk;
import io.frontdesk.ragknowledge.chunking.Chunker;
import io.frontdesk.ragknowledge.chunking.StagedChunks;
import io.frontdesk.ragknowledge.document.Contents;
import io.frontdesk.ragknowledge.document.Versions;
import io.frontdesk.ragknowledge.parsing.Parsing;
import io.frontdesk.ragknowledge.parsing.ReadDocument;
import io.frontdesk.ragknowledge.policy.Policies;
import io.frontdesk.ragknowledge.usage.Quotas;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Reads a stored file and stages its chunks; the staging and the new state are one step. */
@Service
class ParseDocument {

    private static final int LONGEST_TITLE = 300;

    private final Ingestions ingestions;
    private final StagedChunks staged;
    private final Contents contents;
    private final Versions versions;
    private final Parsing parsing;
    private final Policies policies;
    private final Quotas quotas;
    private final TransactionOperations transaction;

    ParseDocument(
            Ingestions ingestions,
            StagedChunks staged,
            Contents contents,
            Versions versions,
            Parsing parsing,
            Policies policies,
            Quotas quotas,
            TransactionOperations transaction) {
        this.ingestions = ingestions;
        this.staged = staged;
        this.contents = contents;
        this.versions = versions;
        this.parsing = parsing;
        this.policies = policies;
        this.quotas = quotas;
        this.transaction = transaction;
    }

    void parse(Work work) throws IOException, InterruptedException {
        ingestions.parsing(work);
        var document = read(work);
        var chunks = Chunker.chunks(document.content(), policies.current().chunking().maxTokens());
        transaction.executeWithoutResult(_ -> store(work, document, chunks));
    }

    private ReadDocument read(Work work) throws IOException, InterruptedException {
        var file = Files.createTempFile("document", ".upload");
        try {
            try (var bytes = Files.newOutputStream(file)) {
                contents.copy(work.documentId(), work.target(), bytes);
            }
            return parsing.read(file, versions.get(work.documentId(), work.target()).fileName());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void store(Work work, ReadDocument document, List<Chunk> chunks) {
        int more = chunks.size() - (work.searchable() == null ? 0 : work.chunks());
        if (more > 0) {
            quotas.requireChunks(more);
        }
        staged.replace(work.documentId(), chunks);
        var own = work.titleGiven() ? null : document.content().title();
        var title = own == null ? work.title() : own;
        ingestions.parsed(
                work,
                title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE),
                document.mediaType(),
                chunks.size());
    }
}
