package io.frontdesk.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.launcher.checkout.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModulesTest {
    private static final Instant BUILT = Instant.parse("2026-01-02T10:00:00Z");
    private static final String JAR = "a-service/target/a-service-1.2.jar";

    @TempDir Path home;

    private Modules modules;

    @BeforeEach
    void checkout() throws IOException {
        modules = new Modules(new Checkout(home));
        write("pom.xml", BUILT.minusSeconds(60));
        for (var module : List.of("a-service", "platform/starter")) {
            write(module + "/pom.xml", BUILT.minusSeconds(60));
            write(module + "/src/main/java/A.java", BUILT.minusSeconds(60));
        }
        write("a-service/src/test/java/ATest.java", BUILT.plusSeconds(60));
        write(JAR, BUILT);
    }

    @Test
    void leavesAJarThatIsNewerThanItsSources() {
        assertThat(modules.jar("a-service")).isEqualTo(home.resolve(JAR));
        assertThat(modules.stale(List.of("a-service"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-service/src/main/java/A.java",
                "a-service/src/main/resources/application.yml",
                "a-service/pom.xml",
                "pom.xml",
                "platform/starter/src/main/java/A.java"
            })
    void seesWhatIsNewerThanTheJar(String source) throws IOException {
        write(source, BUILT.plusSeconds(1));

        assertThat(modules.stale("a-service")).isTrue();
    }

    @Test
    void seesAJarThatIsMissing() throws IOException {
        Files.delete(home.resolve(JAR));

        assertThat(modules.stale("a-service")).isTrue();
    }

    private void write(String file, Instant modified) throws IOException {
        var path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "<artifactId>frontdesk</artifactId>\n    <version>1.2</version>");
        Files.setLastModifiedTime(path, FileTime.from(modified));
        try (var folders = Files.walk(home)) {
            for (var folder : folders.filter(Files::isDirectory).toList()) {
                Files.setLastModifiedTime(folder, FileTime.from(BUILT.minusSeconds(60)));
            }
        }
    }
}
