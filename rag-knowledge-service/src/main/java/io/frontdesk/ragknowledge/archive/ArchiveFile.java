package io.frontdesk.ragknowledge.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An archive in a file, from whoever sent it: sizes are measured, not believed, and the names of
 * its entries are keys, never paths.
 */
public final class ArchiveFile implements AutoCloseable {

    private static final long FREE = DataSize.ofMegabytes(10).toBytes();
    private static final long LARGEST_DIRECTORY = DataSize.ofMegabytes(64).toBytes();
    private static final int LARGEST_LIST = 10;
    private static final int DIRECTORY_END = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int SIGNATURE = 0x06054b50;

    private final ZipFile zip;
    private final JsonMapper json;
    private final Manifest manifest;
    private final Map<String, Manifest.Entry> entries = new HashMap<>();

    private ArchiveFile(ZipFile zip, JsonMapper json, Manifest manifest) {
        this.zip = zip;
        this.json = json;
        this.manifest = manifest;
        for (var entry : manifest.entries()) {
            if (entries.put(entry.name(), entry) != null) {
                throw new InvalidArchive("The manifest names " + shown(entry.name()) + " twice.");
            }
        }
    }

    /**
     * Opens an archive whose manifest can be read.
     *
     * @throws InvalidArchive when it is none, or of a newer version
     */
    public static ArchiveFile open(Path file, JsonMapper json) throws IOException {
        requireSmallDirectory(file);
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | IllegalArgumentException unreadable) {
            throw new InvalidArchive("The file is no readable ZIP archive.");
        }
        try {
            return new ArchiveFile(zip, json, manifest(zip, json));
        } catch (RuntimeException | IOException unreadable) {
            zip.close();
            throw unreadable;
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    public Optional<Manifest.Entry> entry(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    public InputStream content(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new InvalidArchive("The archive lacks " + shown(name) + ".");
        }
        return Objects.requireNonNull(zip.getInputStream(entry));
    }

    /** Hands over one thing of an entry after the other; none if there is no such entry. */
    public int items(String name, Items reader) throws IOException {
        if (!entries.containsKey(name)) {
            return 0;
        }
        int count = 0;
        try (var content = content(name);
                var items = json.readerFor(JsonNode.class).<JsonNode>readValues(content)) {
            while (items.hasNextValue()) {
                reader.read(items.nextValue());
                count++;
            }
        } catch (JacksonException unreadable) {
            throw new InvalidArchive(
                    "%s cannot be read after %d things.".formatted(shown(name), count));
        }
        return count;
    }

    /**
     * Compares all of the archive with its manifest and has the sections look at their things.
     *
     * @throws InvalidArchive at the first thing that is wrong
     */
    public void verify(List<Section> sections, long packed, ArchiveProperties limits)
            throws IOException {
        if (zip.size() > limits.maxEntries()) {
            throw new InvalidArchive("More than %d entries.".formatted(limits.maxEntries()));
        }
        if (zip.size() != entries.size() + 1) {
            throw new InvalidArchive("The archive has other entries than its manifest.");
        }
        long most = Math.min(limits.maxContent().toBytes(), FREE + packed * limits.maxRatio());
        for (var entry : manifest.entries()) {
            boolean isList = sections.stream().anyMatch(s -> s.entry().equals(entry.name()));
            long allowed = limits.maxFile().toBytes() * (isList ? LARGEST_LIST : 1);
            most -= measured(entry, Math.min(most, allowed));
        }
        for (var section : sections) {
            int found = items(section.entry(), section::check);
            if (found != manifest.counts().getOrDefault(section.entry(), 0)) {
                throw new InvalidArchive(
                        "%s has another number of things than the manifest says."
                                .formatted(section.entry()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private long measured(Manifest.Entry entry, long most) throws IOException {
        var digest = Outgoing.sha256();
        long size = 0;
        try (var content = new DigestInputStream(content(entry.name()), digest)) {
            var buffer = new byte[64 * 1024];
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                size += n;
                if (size > most) {
                    throw new InvalidArchive(
                            shown(entry.name()) + " unpacks to more than an archive may hold.");
                }
            }
        } catch (ZipException damaged) {
            throw new InvalidArchive(shown(entry.name()) + " is damaged.");
        }
        if (size != entry.size()
                || !HexFormat.of().formatHex(digest.digest()).equalsIgnoreCase(entry.sha256())) {
            throw new InvalidArchive(
                    "The checksum of " + shown(entry.name()) + " is not the manifest's.");
        }
        return size;
    }

    private static Manifest manifest(ZipFile zip, JsonMapper json) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new InvalidArchive("The archive has no manifest.json.");
        }
        try (var content = Objects.requireNonNull(zip.getInputStream(entry))) {
            var bytes = content.readNBytes((int) LARGEST_DIRECTORY + 1);
            if (bytes.length > LARGEST_DIRECTORY) {
                throw new InvalidArchive("The manifest is too large.");
            }
            return Manifest.of(json.readTree(bytes), json);
        } catch (JacksonException | ZipException unreadable) {
            throw new InvalidArchive("The manifest cannot be read.");
        }
    }

    /** The directory is read into memory when the file is opened, as long as its end says it is. */
    private static void requireSmallDirectory(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            int length = (int) Math.min(file.length(), DIRECTORY_END + LONGEST_COMMENT);
            var tail = new byte[length];
            file.seek(file.length() - length);
            file.readFully(tail);
            for (int i = length - DIRECTORY_END; i >= 0; i--) {
                if (little(tail, i) == SIGNATURE) {
                    long size = little(tail, i + 12) & 0xffffffffL;
                    if (size > LARGEST_DIRECTORY) {
                        throw new InvalidArchive("The archive has too many entries.");
                    }
                    return;
                }
            }
        }
        throw new InvalidArchive("The file is no readable ZIP archive.");
    }

    private static int little(byte[] bytes, int at) {
        return (bytes[at] & 0xff)
                | (bytes[at + 1] & 0xff) << 8
                | (bytes[at + 2] & 0xff) << 16
                | (bytes[at + 3] & 0xff) << 24;
    }

    /** A name of the sender's choice, fit to be said back. */
    private static String shown(String name) {
        var clean = name.replaceAll("[^\\p{L}\\p{N} ./_-]", "?");
        return "'" + (clean.length() > 80 ? clean.substring(0, 80) + "…" : clean) + "'";
    }

    /** What takes one thing after the other. */
    @FunctionalInterface
    public interface Items {
        void read(JsonNode item) throws IOException;
    }
}
