package io.frontdesk.launcher.build;

import io.frontdesk.launcher.checkout.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The modules' jars, and whether each is as new as what it is made from. */
public final class Modules {
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>frontdesk</artifactId>\\s*<version>([^<]+)</version>");
    private static final FileTime NEVER = FileTime.fromMillis(0);

    private final Checkout checkout;

    public Modules(Checkout checkout) {
        this.checkout = checkout;
    }

    public Path jar(String module) {
        var artifact = Path.of(module).getFileName();
        return checkout.module(module)
                .resolve("target")
                .resolve(artifact + "-" + version() + ".jar");
    }

    /** Tests are no part of a jar, so they do not make one stale. */
    public boolean stale(String module) {
        var built = modified(jar(module));
        return sources(module).anyMatch(file -> modified(file).compareTo(built) > 0);
    }

    public List<String> stale(List<String> modules) {
        return modules.stream().filter(this::stale).toList();
    }

    private Stream<Path> sources(String module) {
        var parts =
                Stream.of(module, "platform/starter")
                        .map(checkout::module)
                        .flatMap(folder ->
                                Stream.concat(
                                        Stream.of(folder.resolve("pom.xml")),
                                        files(folder.resolve("src/main"))));
        return Stream.concat(Stream.of(checkout.home().resolve("pom.xml")), parts);
    }

    private static Stream<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (NoSuchFileException e) {
            return NEVER;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String version() {
        var pom = checkout.home().resolve("pom.xml");
        try {
            var matcher = VERSION.matcher(Files.readString(pom));
            if (!matcher.find()) {
                throw new IllegalStateException(pom + " names no version");
            }
            return matcher.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
