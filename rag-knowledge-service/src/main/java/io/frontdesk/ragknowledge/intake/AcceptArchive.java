package io.frontdesk.ragknowledge.intake;

import io.frontdesk.ragknowledge.archive.ArchiveFile;
import io.frontdesk.ragknowledge.archive.ArchiveProperties;
import io.frontdesk.ragknowledge.archive.Manifest;
import io.frontdesk.ragknowledge.archive.Section;
import io.frontdesk.starter.tenancy.Tenancy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Takes an archive in: all of it is looked at before anything of it is imported. */
@Service
class AcceptArchive {

    private final Imports imports;
    private final ImportQueue queue;
    private final List<Section> sections;
    private final ArchiveProperties limits;
    private final TransactionTemplate transaction;
    private final Tenancy tenancy;
    private final JsonMapper json;

    AcceptArchive(
            Imports imports,
            ImportQueue queue,
            List<Section> sections,
            ArchiveProperties limits,
            TransactionTemplate transaction,
            Tenancy tenancy,
            JsonMapper json) {
        this.imports = imports;
        this.queue = queue;
        this.sections = sections;
        this.limits = limits;
        this.transaction = transaction;
        this.tenancy = tenancy;
        this.json = json;
    }

    /** The import of the archive: the one that there is already, unless that failed. */
    ArchiveImport accept(InputStream body, long announced) throws IOException {
        tenancy.require();
        if (announced > limits.maxSize().toBytes()) {
            throw new ArchiveTooLarge(limits.maxSize());
        }
        try (var file = TemporaryFile.create()) {
            long size = spool(body, file.path());
            Manifest manifest;
            try (var archive = ArchiveFile.open(file.path(), json)) {
                archive.verify(sections, size, limits);
                manifest = archive.manifest();
            }
            return transaction.execute(_ -> start(manifest, file.path()));
        }
    }

    private ArchiveImport start(Manifest manifest, Path file) {
        var known = imports.of(manifest);
        if (!known.isFailed()) {
            return known;
        }
        try (var bytes = Files.newInputStream(file)) {
            imports.start(known.id(), bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        queue.add(tenancy.require(), known.id());
        return imports.find(known.id()).orElseThrow();
    }

    private long spool(InputStream body, Path file) throws IOException {
        long size = 0;
        var buffer = new byte[64 * 1024];
        try (var out = Files.newOutputStream(file)) {
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                size += n;
                if (size > limits.maxSize().toBytes()) {
                    throw new ArchiveTooLarge(limits.maxSize());
                }
                out.write(buffer, 0, n);
            }
        }
        return size;
    }
}
