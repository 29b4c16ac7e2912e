package io.frontdesk.starter.database;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Gives a service that has migrations ({@code db/migration}) its database: Flyway runs as the
 * schema's owner, everything else as the application role.
 */
@AutoConfiguration(before = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@Conditional(OnMigrations.class)
@EnableConfigurationProperties(DatabaseProperties.class)
public class DatabaseAutoConfiguration {
    /** Present only where no URL is configured: it ends the server when the app ends. */
    @Bean
    @Nullable EmbeddedDatabase embeddedDatabase(
            DatabaseProperties properties, Environment environment) {
        if (StringUtils.hasText(properties.url())) {
            return null;
        }
        var service = environment.getRequiredProperty("spring.application.name");
        var state = environment.getProperty("frontdesk.state.directory", ".fleet/alone/" + service);
        var directory = properties.directory();
        return new EmbeddedDatabase(
                directory == null ? Path.of(state, "postgres") : Path.of(directory), service);
    }

    @Bean
    @ConditionalOnMissingBean
    ServiceDatabase serviceDatabase(
            DatabaseProperties properties,
            @Nullable EmbeddedDatabase embedded,
            Environment environment) {
        if (embedded != null) {
            return embedded.start();
        }
        var service = environment.getRequiredProperty("spring.application.name");
        return new ServiceDatabase(
                Objects.requireNonNull(properties.url()),
                SchemaProvisioner.schema(service),
                required(properties.ownerPassword(), "owner-password"),
                required(properties.appPassword(), "app-password"));
    }

    @Bean
    @ConditionalOnMissingBean
    JdbcConnectionDetails jdbcConnectionDetails(ServiceDatabase database) {
        return new AppConnection(database);
    }

    @Bean
    @ConditionalOnMissingBean
    FlywayConnectionDetails flywayConnectionDetails(ServiceDatabase database) {
        return new OwnerConnection(database);
    }

    /** The starter's own tables are V0_x, so a service's V1 may come before a later V0_x. */
    @Bean
    FlywayConfigurationCustomizer schemaOfTheService(ServiceDatabase database) {
        return flyway ->
                flyway.schemas(database.schema())
                        .defaultSchema(database.schema())
                        .createSchemas(false)
                        .outOfOrder(true);
    }

    private static String required(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(
                    "frontdesk.database.url is set, so frontdesk.database." + name + " is needed.");
        }
        return value;
    }
}
