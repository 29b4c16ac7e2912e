package io.frontdesk.ragknowledge.parsing;

import io.frontdesk.ragknowledge.content.UnreadableDocument;
import io.frontdesk.ragknowledge.content.UnreadableDocument.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a small archive that unpacks to something huge away before anything unpacks it. */
final class ZipLimits {

    private static final Logger log = LoggerFactory.getLogger(ZipLimits.class);
    private static final long MOST_BYTES = 400L * 1024 * 1024;
    private static final long LARGEST_XML = 64L * 1024 * 1024;
    private static final int MOST_ENTRIES = 20_000;
    private static final double SMALLEST_RATIO = 0.002;

    static {
        // The directory of an archive may lie: the same limits hold while it is unpacked.
        ZipSecureFile.setMaxEntrySize(MOST_BYTES);
        ZipSecureFile.setMinInflateRatio(SMALLEST_RATIO);
        ZipSecureFile.setMaxFileCount(MOST_ENTRIES);
    }

    private ZipLimits() {}

    /** Looks at archives alone, and leaves it to others to say what is wrong with a broken one. */
    static void check(Path file) throws IOException {
        if (!isArchive(file)) {
            return;
        }
        try (var zip = new ZipFile(file.toFile())) {
            long bytes = 0;
            for (var entry : zip.stream().toList()) {
                bytes += Math.max(0, entry.getSize());
                boolean huge = entry.getName().endsWith(".xml") && entry.getSize() > LARGEST_XML;
                if (huge || bytes > MOST_BYTES || zip.size() > MOST_ENTRIES) {
                    throw new UnreadableDocument(
                            Fault.TOO_COMPLEX,
                            "The file unpacks to far more than a document holds.");
                }
            }
        } catch (ZipException broken) {
            log.debug("A broken archive", broken);
        }
    }

    private static boolean isArchive(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(2), StandardCharsets.ISO_8859_1).equals("PK");
        }
    }
}
