package io.frontdesk.starter.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SecretBoxTest {
    private static final String SECRET = "sk_test_ünïcode";

    private final SecretBox box = new SecretBox(List.of(key(1)));
    @TempDir private Path folder = Path.of("");

    @Test
    void opensWhatItSealed() {
        var sealed = box.seal(SECRET, "tenant/key");
        assertThat(box.open(sealed, "tenant/key")).isEqualTo(SECRET);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("sk_test");
        assertThat(box.seal(SECRET, "tenant/key")).isNotEqualTo(sealed);
    }

    @Test
    void doesNotOpenWhatWasMovedOrChanged() {
        var sealed = box.seal(SECRET, "tenant/key");
        assertThatThrownBy(() -> box.open(sealed, "other/key"))
                .isInstanceOf(SecretUnreadable.class)
                .hasMessageNotContaining("sk_test");
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> box.open(changed, "tenant/key"))
                    .isInstanceOf(SecretUnreadable.class);
        }
        assertThatThrownBy(() -> box.open(new byte[3], "tenant/key"))
                .isInstanceOf(SecretUnreadable.class);
    }

    @Test
    void opensWithAPreviousKeyAndSealsWithTheNewOne() {
        var old = box.seal(SECRET, "c");
        var rotated = new SecretBox(List.of(key(2), key(1)));
        assertThat(rotated.open(old, "c")).isEqualTo(SECRET);
        var renewed = rotated.seal(SECRET, "c");
        assertThatThrownBy(() -> box.open(renewed, "c")).isInstanceOf(SecretUnreadable.class);
        assertThat(new SecretBox(List.of(key(2))).open(renewed, "c")).isEqualTo(SECRET);
    }

    @Test
    void refusesAFleetWithoutAKey() {
        app().withPropertyValues("frontdesk.infrastructure.password=x")
                .run(context ->
                        assertThatThrownBy(() -> context.getBean(SecretBox.class))
                                .rootCause()
                                .hasMessageContaining("frontdesk.secrets.key"));
    }

    @Test
    void keepsTheKeyOfAServiceAloneInAFileOfItsOwner() {
        var sealed = new byte[1][];
        app().run(context -> sealed[0] = context.getBean(SecretBox.class).seal(SECRET, "c"));
        app().run(context ->
                assertThat(context.getBean(SecretBox.class).open(sealed[0], "c"))
                        .isEqualTo(SECRET));
        var file = folder.resolve("secrets.key");
        assertThat(file).exists();
        assertThat(PosixFilePermissions.toString(permissions(file))).isEqualTo("rw-------");
    }

    @Test
    void takesTheConfiguredKeys() {
        app().withPropertyValues(
                        "frontdesk.secrets.key=" + encoded(2),
                        "frontdesk.secrets.previous-keys=" + encoded(1))
                .run(context ->
                        assertThat(
                                        context.getBean(SecretBox.class)
                                                .open(box.seal(SECRET, "c"), "c"))
                                .isEqualTo(SECRET));
        assertThat(folder.resolve("secrets.key")).doesNotExist();
    }

    private ApplicationContextRunner app() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SecretsAutoConfiguration.class))
                .withPropertyValues(
                        "spring.application.name=trial-service",
                        "frontdesk.state.directory=" + folder);
    }

    private static Set<PosixFilePermission> permissions(Path file) {
        try {
            return Files.getPosixFilePermissions(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] key(int fill) {
        var key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return key;
    }

    private static String encoded(int fill) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key(fill));
    }
}
