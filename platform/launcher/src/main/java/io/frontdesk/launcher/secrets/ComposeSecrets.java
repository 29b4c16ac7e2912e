package io.frontdesk.launcher.secrets;

import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.starter.database.SchemaProvisioner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that {@code docker-compose.yml} reads: one per container, and the database's first SQL.
 */
final class ComposeSecrets {
    private static final String DATABASE_URL = "jdbc:postgresql://postgres:5432/frontdesk";
    private static final List<String> EXTENSIONS = List.of("btree_gist", "pg_trgm", "vector");

    private final Catalog catalog;
    private final Secrets secrets;

    ComposeSecrets(Catalog catalog, Secrets secrets) {
        this.catalog = catalog;
        this.secrets = secrets;
    }

    void write(Path folder) throws IOException {
        for (var service : catalog.services()) {
            var file = folder.resolve(service.name() + ".env");
            Checkout.writePrivately(file, lines(environment(service.name())));
        }
        var password = secrets.ownerPassword("postgres");
        Checkout.writePrivately(
                folder.resolve("postgres.env"), "POSTGRES_PASSWORD=" + password + "\n");
        var script = folder.resolve("postgres-init.sql");
        Checkout.writePrivately(script, databaseScript());
        // The container's own user reads the script through its mount; others do not get this far.
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    /** Secrets, and the addresses that hold a password. */
    private Map<String, String> environment(String service) {
        var environment =
                new LinkedHashMap<>(ServiceEnvironment.of(service, secrets, DATABASE_URL));
        environment.put(
                "FRONTDESK_INFRASTRUCTURE_REGISTRYURI",
                "http://frontdesk:"
                        + secrets.infrastructurePassword()
                        + "@orchestration-service:8017/eureka/");
        return environment;
    }

    private static String lines(Map<String, String> environment) {
        return environment.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** Run once, by the database's container, as its superuser. */
    private String databaseScript() {
        var extensions =
                EXTENSIONS.stream()
                        .map(name -> "create extension if not exists " + name + " schema public");
        var services =
                catalog.services().stream()
                        .map(service -> service.name())
                        .flatMap(name ->
                                SchemaProvisioner.statements(
                                        SchemaProvisioner.schema(name),
                                        secrets.ownerPassword(name),
                                        secrets.appPassword(name))
                                        .stream());
        return Stream.concat(extensions, services).collect(Collectors.joining(";\n\n", "", ";\n"));
    }
}
