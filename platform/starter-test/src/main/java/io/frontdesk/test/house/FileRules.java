package io.frontdesk.test.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the source files of any module must keep to. */
final class FileRules {
    private static final int MAIN_LINES = 250;
    private static final int TEST_LINES = 300;
    private static final Pattern LOMBOK = Pattern.compile("(?m)^import (static )?lombok\\.");
    private static final Pattern UNFINISHED =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern NOISE =
            Pattern.compile("@auth" + "or |//\\s*[-=*#]{4,}|/\\*[*=-]{4,}");
    private static final Pattern SLEEP = Pattern.compile("\\bThread\\.sl" + "eep\\(");
    private static final Pattern SENTENCE = Pattern.compile("(?s)^/\\*\\*.*?[.!?]\\s*\\*/");

    private FileRules() {}

    static List<String> breaches(Path module) {
        var breaches = new ArrayList<String>();
        var main = javaFiles(module.resolve("src/main/java"));
        var test = javaFiles(module.resolve("src/test/java"));
        main.forEach(file -> source(module, file, MAIN_LINES, breaches));
        test.forEach(file -> source(module, file, TEST_LINES, breaches));
        test.stream()
                .filter(file -> SLEEP.matcher(read(file)).find())
                .forEach(file ->
                        breaches.add(
                                module.relativize(file)
                                        + ": a test waits with Awaitility or a settable"
                                        + " clock, it does not sleep"));
        packages(module, main, breaches);
        return breaches;
    }

    private static void source(Path module, Path file, int limit, List<String> breaches) {
        var name = module.relativize(file);
        var text = read(file);
        var lines = text.lines().count();
        if (lines > limit) {
            breaches.add(name + ": " + lines + " lines, more than " + limit + "; split it");
        }
        if (LOMBOK.matcher(text).find()) {
            breaches.add(name + ": no Lombok; use a record or write the constructor");
        }
        if (UNFINISHED.matcher(text).find()) {
            breaches.add(name + ": an unfinished mark; finish it or leave it out");
        }
        if (NOISE.matcher(text).find()) {
            breaches.add(name + ": a banner or author line; comments say why");
        }
    }

    private static void packages(Path module, List<Path> main, List<String> breaches) {
        var directories = new TreeSet<Path>();
        main.forEach(file -> directories.add(file.resolveSibling("")));
        for (var directory : directories) {
            var name = module.relativize(directory);
            var about = directory.resolve("package-info.java");
            if (!Files.exists(about) || !read(about).contains("@NullMarked")) {
                breaches.add(name + ": needs a package-info.java with @NullMarked");
            } else if (!SENTENCE.matcher(read(about)).find()) {
                breaches.add(name + ": package-info.java needs a sentence on what it is for");
            }
        }
    }

    static List<Path> javaFiles(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
