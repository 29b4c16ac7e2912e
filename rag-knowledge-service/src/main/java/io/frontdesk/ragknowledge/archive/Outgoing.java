package io.frontdesk.ragknowledge.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An archive as it is written: entry after entry, none of them held in memory. */
public final class Outgoing {

    private final ZipOutputStream zip;
    private final JsonMapper json;
    private final List<Manifest.Entry> entries = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private @Nullable Measured current;
    private int items;

    Outgoing(OutputStream target, JsonMapper json) {
        this.zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
        this.json = json;
    }

    /** Writes one thing of the section at hand. */
    public void item(Object thing) throws IOException {
        if (current == null) {
            throw new IllegalStateException("a thing outside of its section");
        }
        // Control characters are escaped within JSON, so that a line is one thing.
        current.write((items++ == 0 ? "" : separator()).getBytes(StandardCharsets.UTF_8));
        current.write(json.writeValueAsBytes(thing));
    }

    /** Writes a file beside the sections. */
    public void file(String name, Content content) throws IOException {
        var out = open(name);
        content.copyTo(out);
        close(out);
    }

    void section(Section section) throws IOException {
        var out = open(section.entry());
        current = out;
        items = 0;
        if (isArray(section.entry())) {
            out.write('[');
        }
        section.write(this);
        if (isArray(section.entry())) {
            out.write(']');
        }
        out.write('\n');
        current = null;
        counts.put(section.entry(), items);
        close(out);
        section.writeFiles(this);
    }

    List<Manifest.Entry> entries() {
        return List.copyOf(entries);
    }

    Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }

    void end(Manifest manifest) throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(json.writeValueAsBytes(manifest));
        zip.closeEntry();
        zip.finish();
    }

    private String separator() {
        var name = entryAtHand();
        return isArray(name) ? ",\n" : "\n";
    }

    private String entryAtHand() {
        return current == null ? "" : current.name;
    }

    private Measured open(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        return new Measured(name, zip);
    }

    private void close(Measured out) throws IOException {
        zip.closeEntry();
        entries.add(out.entry());
    }

    private static boolean isArray(String entry) {
        return entry.endsWith(".json");
    }

    /** What writes a file's bytes. */
    @FunctionalInterface
    public interface Content {
        void copyTo(OutputStream target) throws IOException;
    }

    /** Measures what goes into one entry; closing it leaves the archive open. */
    private static final class Measured extends FilterOutputStream {
        private final String name;
        private final MessageDigest digest = sha256();
        private long size;

        Measured(String name, OutputStream target) {
            super(target);
            this.name = name;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value});
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            digest.update(bytes, offset, length);
            size += length;
        }

        @Override
        public void close() {}

        Manifest.Entry entry() {
            return new Manifest.Entry(name, size, HexFormat.of().formatHex(digest.digest()));
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
