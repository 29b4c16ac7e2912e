package io.frontdesk.ragknowledge.archive;

import io.frontdesk.starter.problem.Problem;
import io.frontdesk.starter.tenancy.Tenancy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes the archive of the tenant at hand, all of it as it was at one moment. */
@Service
@EnableConfigurationProperties(ArchiveProperties.class)
public class ExportArchive {

    private final List<Section> sections;
    private final TransactionTemplate snapshot;
    private final Semaphore places;
    private final Tenancy tenancy;
    private final IdGenerator ids;
    private final JsonMapper json;
    private final Clock clock;

    ExportArchive(
            List<Section> sections,
            PlatformTransactionManager transactions,
            ArchiveProperties properties,
            Tenancy tenancy,
            IdGenerator ids,
            JsonMapper json,
            Clock clock) {
        this.sections = sections;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
        this.places = new Semaphore(properties.maxExports());
        this.tenancy = tenancy;
        this.ids = ids;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Takes a place among the exports that run at once, to be given back by {@link #write}.
     *
     * @throws TooManyExports when none is free
     */
    void begin() {
        tenancy.require();
        if (!places.tryAcquire()) {
            throw new TooManyExports();
        }
    }

    /** Each export holds a database connection for as long as its reader takes. */
    void write(OutputStream target) throws IOException {
        try {
            snapshot.executeWithoutResult(_ -> {
                try {
                    archive(target);
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        } finally {
            places.release();
        }
    }

    private void archive(OutputStream target) throws IOException {
        var out = new Outgoing(target, json);
        for (var section : sections) {
            out.section(section);
        }
        out.end(
                new Manifest(
                        Manifest.FORMAT,
                        Manifest.VERSION,
                        ids.generateId(),
                        OffsetDateTime.now(clock),
                        out.counts(),
                        out.entries()));
    }

    /** As many exports run as may run at once. */
    @Problem(
            status = HttpStatus.SERVICE_UNAVAILABLE,
            type = "too-many-exports",
            title = "Too many exports are running")
    static class TooManyExports extends RuntimeException {
        TooManyExports() {
            super("Other exports are running. Try again in a minute.");
        }
    }
}
