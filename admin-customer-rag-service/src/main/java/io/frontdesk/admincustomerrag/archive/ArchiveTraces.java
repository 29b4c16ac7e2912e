package io.frontdesk.admincustomerrag.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;

/**
 * What an archive tells of.
 *
 * @param entries files in it
 * @param found those of the texts that stand in a name or in a file, in any case
 */
public record ArchiveTraces(int entries, Set<String> found) {

    private static final int BLOCK = 64 * 1024;

    static ArchiveTraces in(InputStream archive, Collection<String> texts, long most)
            throws IOException {
        var found = new TreeSet<String>();
        int entries = 0;
        // The limit counts what comes out, not what comes in: a zip may be far larger than it is.
        try (var zip = new ZipInputStream(archive)) {
            var left = new long[] {most};
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                look(entry.getName(), texts, found);
                read(zip, texts, found, left);
            }
        }
        return new ArchiveTraces(entries, found);
    }

    /** Blocks overlap by the longest text, so that none is missed between two of them. */
    private static void read(
            InputStream entry, Collection<String> texts, Set<String> found, long[] left)
            throws IOException {
        int overlap = texts.stream().mapToInt(String::length).max().orElse(0);
        var kept = "";
        var block = entry.readNBytes(BLOCK);
        while (block.length > 0) {
            left[0] -= block.length;
            if (left[0] < 0) {
                throw new IOException("The archive holds more than is searched");
            }
            var text = kept + new String(block, StandardCharsets.ISO_8859_1);
            look(text, texts, found);
            kept = text.substring(Math.max(0, text.length() - overlap));
            block = entry.readNBytes(BLOCK);
        }
    }

    private static void look(String text, Collection<String> texts, Set<String> found) {
        var small = text.toLowerCase(Locale.ROOT);
        texts.stream()
                .filter(each -> small.contains(each.toLowerCase(Locale.ROOT)))
                .forEach(found::add);
    }
}
