package io.frontdesk.ragknowledge.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files of a pack in memory.
 *
 * @param origin where they were found, for messages
 * @param texts by path within the pack
 */
record PackFiles(String origin, Map<String, String> texts) {

    private static final int LARGEST = 1024 * 1024;
    private static final int MOST = 200;

    /** The packs that ship with the service: a folder each under {@code industries}. */
    static List<PackFiles> ofClassPath() throws IOException {
        var packs = new TreeMap<String, Map<String, String>>();
        var resources =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:industries/*/**/*.*");
        for (var resource : resources) {
            var path = resource.getURL().getPath();
            var within = path.substring(path.lastIndexOf("/industries/") + 12).split("/", 2);
            if (within.length == 2) {
                try (var stream = resource.getInputStream()) {
                    packs.computeIfAbsent(within[0], _ -> new TreeMap<>())
                            .put(within[1], text(within[1], stream));
                }
            }
        }
        var all = new ArrayList<PackFiles>();
        packs.forEach((name, texts) -> all.add(new PackFiles(name, texts)));
        return all;
    }

    /** The folders in a directory. */
    static List<Path> folders(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    /**
     * The files in a folder.
     *
     * @throws InvalidPack when there are too many, one is too large or is not UTF-8
     */
    static PackFiles of(Path folder) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.walk(folder, 2)) {
            for (var file : files.filter(Files::isRegularFile).limit(MOST + 1L).toList()) {
                var name = folder.relativize(file).toString().replace('\\', '/');
                try (var stream = Files.newInputStream(file)) {
                    texts.put(name, text(name, stream));
                }
            }
        }
        if (texts.size() > MOST) {
            throw new InvalidPack(List.of("more than " + MOST + " files"));
        }
        return new PackFiles(folder.toString(), texts);
    }

    private static String text(String name, InputStream stream) throws IOException {
        var bytes = stream.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new InvalidPack(List.of(name + ": larger than 1 MiB"));
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException wrong) {
            throw new InvalidPack(List.of(name + ": is not UTF-8"));
        }
    }
}
