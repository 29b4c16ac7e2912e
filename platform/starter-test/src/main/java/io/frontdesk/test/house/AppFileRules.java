package io.frontdesk.test.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the folder of an app must keep to, beside its sources. */
final class AppFileRules {
    private static final int LINES = 25;
    private static final int PACKAGE_FILES = 10;

    private AppFileRules() {}

    static List<String> breaches(Path module, String root) {
        var breaches = new ArrayList<String>();
        atMost(module.resolve("README.md"), breaches, "what, port, one run command, its API");
        atMost(
                module.resolve("src/main/resources/application.yml"),
                breaches,
                "fleet defaults belong into the starter");
        FileRules.javaFiles(module.resolve("src/main/java")).stream()
                .map(file -> module.resolve("src/main/java").relativize(file))
                .filter(file -> !file.startsWith(root.replace('.', '/')))
                .forEach(file -> breaches.add(file + ": outside of the root package " + root));
        crowdedPackages(module, breaches);
        return breaches;
    }

    private static void crowdedPackages(Path module, List<String> breaches) {
        FileRules.javaFiles(module.resolve("src/main/java")).stream()
                .collect(
                        Collectors.groupingBy(
                                file -> file.resolveSibling(""), Collectors.counting()))
                .forEach((directory, files) -> {
                    if (files > PACKAGE_FILES) {
                        breaches.add(
                                module.relativize(directory)
                                        + ": "
                                        + files
                                        + " files, more than "
                                        + PACKAGE_FILES
                                        + "; split the package by concept");
                    }
                });
    }

    private static void atMost(Path file, List<String> breaches, String hint) {
        if (!Files.exists(file)) {
            breaches.add(file.getFileName() + ": missing (" + hint + ")");
            return;
        }
        var lines = FileRules.read(file).lines().count();
        if (lines > LINES) {
            breaches.add(
                    file.getFileName() + ": " + lines + " lines, more than " + LINES + "; " + hint);
        }
    }
}
