package io.frontdesk.ragknowledge.ingestion;

import io.frontdesk.ragknowledge.chunking.Chunk;
import io.frontdesk.ragknowledge.content.UnreadableDocument;
import io.frontdesk.ragknowledge.content.UnreadableDocument.Fault;
import io.frontdesk.ragknowledge.core.ChunksRejected;
import io.frontdesk.ragknowledge.core.RagCore;
import io.frontdesk.ragknowledge.core.StoredChunk;
import io.frontdesk.ragknowledge.document.Document.Failure;
import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * Brings one document from wherever it stands to ready or failed. It may be stopped at any point
 * and started again: what is parsed is not parsed again, what is embedded is not embedded again.
 */
@Service
@EnableConfigurationProperties(IngestionProperties.class)
class IngestDocument {

    private static final int MOST_ATTEMPTS = 4;

    private final Ingestions ingestions;
    private final ParseDocument parseDocument;
    private final StagedChunks staged;
    private final RagCore core;
    private final IngestionProperties properties;
    private final Clock clock;

    IngestDocument(
            Ingestions ingestions,
            ParseDocument parseDocument,
            StagedChunks staged,
            RagCore core,
            IngestionProperties properties,
            Clock clock) {
        this.ingestions = ingestions;
        this.parseDocument = parseDocument;
        this.staged = staged;
        this.core = core;
        this.properties = properties;
        this.clock = clock;
    }

    void ingest(UUID documentId) throws IOException, InterruptedException {
        var work = ingestions.find(documentId).orElse(null);
        if (work == null) {
            core.remove(documentId);
        } else if (!work.isOver()) {
            try {
                go(work);
            } catch (UnreadableDocument unreadable) {
                fail(work, unreadable.fault().type(), unreadable.fault().title(), unreadable);
            } catch (ChunksRejected rejected) {
                fail(work, "document-rejected", "The index did not accept the document", rejected);
            }
        }
    }

    private void go(Work work) throws IOException, InterruptedException {
        if (work.progressedAt().plus(properties.deadline()).isBefore(OffsetDateTime.now(clock))) {
            ingestions.failed(work, timedOut());
            return;
        }
        if (!work.isParsed()) {
            if (work.attempts() >= MOST_ATTEMPTS) {
                throw new UnreadableDocument(
                        Fault.TOO_COMPLEX, "Reading the document failed several times over.");
            }
            parseDocument.parse(work);
            if (work.attempts() > 0) {
                // An earlier try may have left chunks that were cut differently.
                core.count(work.documentId(), 0);
            }
        }
        embed(work);
    }

    private void embed(Work work) throws InterruptedException {
        var id = work.documentId();
        var title = ingestions.find(id).map(Work::title).orElse(work.title());
        var all = staged.ordinals(id);
        var stored = core.ordinals(id);
        var missing = all.stream().filter(ordinal -> !stored.contains(ordinal)).toList();
        for (int from = 0; from < missing.size(); from += RagCore.BATCH) {
            var part = missing.subList(from, Math.min(missing.size(), from + RagCore.BATCH));
            var chunks = staged.get(id, part).stream().map(chunk -> stored(chunk, title)).toList();
            if (!chunks.isEmpty()) {
                core.store(work.baseId(), id, chunks);
            }
            double left = missing.size() - from - part.size();
            if (!ingestions.advanced(id, 1 - left / all.size())) {
                core.remove(id);
                return;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("stopped between two batches");
            }
        }
        core.count(id, all.size());
        ingestions.ready(work, all.size());
    }

    private static StoredChunk stored(Chunk chunk, String title) {
        return new StoredChunk(
                chunk.ordinal(), chunk.text(), title, List.copyOf(chunk.headings()), chunk.page());
    }

    private void fail(Work work, String type, String title, RuntimeException reason) {
        var detail = reason.getMessage() == null ? title : reason.getMessage();
        ingestions.failed(work, new Failure(problem(type), title, detail));
    }

    private Failure timedOut() {
        return new Failure(
                problem("ingestion-timed-out"),
                "The document could not be processed in time",
                "Nothing moved for %d minutes. Upload it again to try once more."
                        .formatted(properties.deadline().toMinutes()));
    }

    private static String problem(String type) {
        return "urn:frontdesk:problem:" + type;
    }
}
