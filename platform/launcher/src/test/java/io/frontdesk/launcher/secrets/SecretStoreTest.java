package io.frontdesk.launcher.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.checkout.FleetFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SecretStoreTest {
    @TempDir Path folder;

    @Test
    void makesSecretsOnceAndFindsThemAgain() {
        var made = store().foundOrNew();

        assertThat(store().foundOrNew()).isEqualTo(made);
    }

    @Test
    void writesTheCredentialsForTheirOwnerAlone() throws IOException {
        var made = store().foundOrNew();

        var file = folder.resolve("credentials.json");
        var json = JsonMapper.shared().readTree(file.toFile());
        assertThat(json.propertyNames())
                .containsExactlyInAnyOrder("gateway", "operatorKey", "demoTenantId", "demoKey");
        assertThat(json.path("demoKey").asString()).isEqualTo(made.demoKey());
        for (var name : new String[] {"credentials.json", "secrets.json"}) {
            var mode = Files.getPosixFilePermissions(folder.resolve(name));
            assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-------");
        }
    }

    @Test
    void doesNotReplaceSecretsThatItCannotRead() throws IOException {
        Files.writeString(folder.resolve("secrets.json"), "{\"fleetSecret\":");

        assertThatThrownBy(() -> store().foundOrNew()).isInstanceOf(FleetFailure.class);
    }

    @Test
    void writesWhatComposeReads() throws IOException {
        var secrets = store().foundOrNew();
        new ComposeSecrets(Catalog.fourteen(), secrets).write(folder);

        assertThat(folder.resolve("payment-service.env"))
                .content()
                .contains("FRONTDESK_DATABASE_URL=jdbc:postgresql://postgres:5432/frontdesk\n")
                .contains(secrets.appPassword("payment-service"))
                .doesNotContain(secrets.fleetSecret());
        assertThat(folder.resolve("postgres-init.sql"))
                .content()
                .contains(
                        "create extension if not exists vector",
                        "create role rag_core_app",
                        secrets.ownerPassword("rag-core-service"));
        assertThat(folder.resolve("gateway-service.env")).content().contains(secrets.fleetSecret());
    }

    private SecretStore store() {
        return new SecretStore(folder, Clock.systemUTC());
    }
}
