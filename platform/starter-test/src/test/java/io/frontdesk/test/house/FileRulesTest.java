package io.frontdesk.test.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRulesTest {
    private static final String ABOUT = "/** Orders. */\n@NullMarked\npackage a;\n";

    @TempDir Path module;

    @Test
    void acceptsATidyModule() throws IOException {
        write("src/main/java/a/package-info.java", ABOUT);
        write("src/main/java/a/Order.java", "package a;\n\nrecord Order() {}\n");

        assertThat(FileRules.breaches(module)).isEmpty();
    }

    @Test
    void tellsLongFiles() throws IOException {
        write("src/main/java/a/package-info.java", ABOUT);
        write("src/main/java/a/Long.java", "\n".repeat(251));
        write("src/test/java/a/LongTest.java", "\n".repeat(301));

        assertThat(FileRules.breaches(module))
                .hasSize(2)
                .allMatch(breach -> breach.contains("split it"));
    }

    @Test
    void tellsCrowdedPackages() throws IOException {
        write("src/main/java/a/package-info.java", ABOUT);
        for (var i = 0; i < 10; i++) {
            write("src/main/java/a/Order" + i + ".java", "package a;\n");
        }

        assertThat(AppFileRules.breaches(module, "a"))
                .anyMatch(breach -> breach.contains("11 files"));
    }

    @Test
    void tellsAMissingOrSilentPackageInfo() throws IOException {
        write("src/main/java/a/Order.java", "package a;\n");
        write("src/main/java/b/package-info.java", "@NullMarked\npackage b;\n");

        assertThat(FileRules.breaches(module))
                .anyMatch(breach -> breach.contains("needs a package-info"))
                .anyMatch(breach -> breach.contains("needs a sentence"));
    }

    @Test
    void tellsLombokUnfinishedMarksBannersAndSleeps() throws IOException {
        write("src/main/java/a/package-info.java", ABOUT);
        write("src/main/java/a/Order.java", "import lombok.Data;\n// " + "TO" + "DO later\n");
        write("src/main/java/a/Quote.java", "// " + "-".repeat(12) + " quotes\n");
        write("src/test/java/a/OrderTest.java", "Thread" + ".sleep(5);\n");

        assertThat(FileRules.breaches(module)).hasSize(4);
    }

    @Test
    void tellsFilesThatAnAppLacksOrOverfills() throws IOException {
        write("src/main/resources/application.yml", "a: b\n".repeat(26));
        write("src/main/java/other/Stray.java", "package other;\n");

        assertThat(AppFileRules.breaches(module, "a"))
                .anyMatch(breach -> breach.startsWith("README.md: missing"))
                .anyMatch(breach -> breach.startsWith("application.yml: 26 lines"))
                .anyMatch(breach -> breach.contains("Stray.java: outside"));
    }

    private void write(String name, String text) throws IOException {
        var file = module.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
