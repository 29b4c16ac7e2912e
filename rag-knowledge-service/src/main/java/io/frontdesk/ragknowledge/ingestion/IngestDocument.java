package io.frontdesk.ragknowledge.ingestion;

import io.frontdesk.ragknowledge.chunking.Chunk;
import io.frontdesk.ragknowledge.chunking.StagedChunks;
import io.frontdesk.ragknowledge.content.UnreadableDocument;
import io.frontdesk.ragknowledge.content.UnreadableDocument.Fault;
import io.frontdesk.ragknowledge.core.ChunksRejected;
import io.frontdesk.ragknowledge.core.RagCore;
import io.frontdesk.ragknowledge.core.StoredChunk;
import io.frontdesk.ragknowledge.document.Document.Failure;
import io.frontdesk.ragknowledge.document.Versions;
import io.frontdesk.ragknowledge.fetching.AddressRefused;
import io.frontdesk.ragknowledge.fetching.FetchFailed;
import io.frontdesk.ragknowledge.policy.Policies;
import io.frontdesk.ragknowledge.usage.QuotaExceeded;
import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Brings one document from wherever it stands to ready or failed. It may be stopped at any point
 * and started again: what is parsed is not parsed again, what is embedded is not embedded again.
 */
@Service
class IngestDocument {

    private static final Logger log = LoggerFactory.getLogger(IngestDocument.class);
    private static final int MOST_ATTEMPTS = 4;
    private static final int MOST_FETCHES = 3;

    private final Ingestions ingestions;
    private final ParseDocument parseDocument;
    private final StagedChunks staged;
    private final FetchDocument fetchDocument;
    private final RagCore core;
    private final Versions versions;
    private final Policies policies;
    private final IngestionProperties properties;
    private final Clock clock;

    IngestDocument(
            Ingestions ingestions,
            ParseDocument parseDocument,
            StagedChunks staged,
            FetchDocument fetchDocument,
            RagCore core,
            Versions versions,
            Policies policies,
            IngestionProperties properties,
            Clock clock) {
        this.ingestions = ingestions;
        this.parseDocument = parseDocument;
        this.staged = staged;
        this.fetchDocument = fetchDocument;
        this.core = core;
        this.versions = versions;
        this.policies = policies;
        this.properties = properties;
        this.clock = clock;
    }

    /** Takes a turn at the document; what fails around it postpones it. */
    void ingest(UUID documentId) throws InterruptedException {
        var work = ingestions.find(documentId).orElse(null);
        if (work == null || work.isOver()) {
            return;
        }
        try {
            go(work);
        } catch (UnreadableDocument unreadable) {
            fail(work, unreadable.fault().type(), unreadable.fault().title(), unreadable);
        } catch (ChunksRejected rejected) {
            fail(work, "document-rejected", "The index did not accept the document", rejected);
        } catch (QuotaExceeded exceeded) {
            fail(work, "quota-exceeded", "The quota is used up", exceeded);
        } catch (AddressRefused refused) {
            fail(work, "address-refused", "The address must not be fetched", refused);
        } catch (FetchFailed failed) {
            if (failed.isPassing() && work.failures() < MOST_FETCHES) {
                ingestions.postpone(work);
            } else {
                fail(work, failed.type(), "The address could not be fetched", failed);
            }
        } catch (IOException | RuntimeException around) {
            log.warn("A document is tried again later: {}", around.toString());
            ingestions.postpone(work);
        }
    }

    private void go(Work work) throws IOException, InterruptedException {
        if (work.progressedAt().plus(properties.deadline()).isBefore(OffsetDateTime.now(clock))) {
            failed(work, timedOut());
            return;
        }
        if (work.fetch() && !work.restoring()) {
            if (fetchDocument.fetch(work)) {
                again(work);
            }
        } else if (work.isParsed()) {
            embed(work);
        } else {
            if (work.attempts() >= MOST_ATTEMPTS && !work.restoring()) {
                throw new UnreadableDocument(
                        Fault.TOO_COMPLEX, "Reading the document failed several times over.");
            }
            parseDocument.parse(work);
            if (work.attempts() > 0 && work.searchable() == null) {
                // An earlier try may have left chunks that were cut differently.
                core.count(work.documentId(), 0);
            }
            again(work);
        }
    }

    /** Goes on from what the step before made of the document. */
    private void again(Work work) throws InterruptedException {
        var next = ingestions.find(work.documentId()).orElse(null);
        if (next != null && next.round() == work.round()) {
            ingest(next.documentId());
        }
    }

    private void embed(Work work) throws InterruptedException {
        var id = work.documentId();
        long end = System.nanoTime() + properties.turn().toNanos();
        int all = staged.count(id);
        var missing = missing(work);
        for (int from = 0; from < missing.size(); from += RagCore.BATCH) {
            if (from > 0 && System.nanoTime() > end) {
                return;
            }
            var part = missing.subList(from, Math.min(missing.size(), from + RagCore.BATCH));
            var chunks =
                    staged.get(id, part).stream()
                            .map(chunk -> stored(chunk, work.title()))
                            .toList();
            if (!chunks.isEmpty()) {
                core.store(work.baseId(), id, chunks);
                staged.sent(id, part);
            }
            double left = missing.size() - from - part.size();
            if (!ingestions.advanced(work, 1 - left / all)) {
                forgetDeleted(id);
                return;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("stopped between two batches");
            }
        }
        core.count(id, all);
        finish(work, all);
    }

    private List<Integer> missing(Work work) {
        var unsent = staged.unsent(work.documentId());
        if (work.searchable() != null) {
            return unsent;
        }
        var stored = core.ordinals(work.documentId());
        return unsent.stream().filter(ordinal -> !stored.contains(ordinal)).toList();
    }

    private void finish(Work work, int chunks) {
        if (work.restoring()) {
            ingestions.settled(work);
        } else if (ingestions.ready(work, chunks)) {
            versions.keep(work.documentId(), policies.current().retention().documentVersions());
        }
        forgetDeleted(work.documentId());
    }

    /** Chunks may have been stored after the index was told that the document is gone. */
    private void forgetDeleted(UUID documentId) {
        if (ingestions.find(documentId).isEmpty()) {
            core.remove(documentId);
        }
    }

    private static StoredChunk stored(Chunk chunk, String title) {
        return new StoredChunk(
                chunk.ordinal(), chunk.text(), title, List.copyOf(chunk.headings()), chunk.page());
    }

    private void fail(Work work, String type, String title, RuntimeException reason) {
        var detail = reason.getMessage() == null ? title : reason.getMessage();
        failed(work, new Failure(problem(type), title, detail));
    }

    /** Of a version that is put back the newer one's problem stays the one that is told. */
    private void failed(Work work, Failure problem) {
        if (work.restoring()) {
            log.warn("An earlier version could not be put back: {}", problem.type());
            ingestions.unrestored(work);
        } else {
            ingestions
                    .find(work.documentId())
                    .filter(now -> now.round() == work.round())
                    .ifPresent(now -> ingestions.failed(now, problem));
        }
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
