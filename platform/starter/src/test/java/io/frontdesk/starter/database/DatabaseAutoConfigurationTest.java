package io.frontdesk.starter.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.zaxxer.hikari.HikariDataSource;
import io.frontdesk.starter.AppResources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DatabaseAutoConfigurationTest {
    private static final AutoConfigurations AUTO_CONFIGURATIONS =
            AutoConfigurations.of(
                    DatabaseAutoConfiguration.class, DataSourceAutoConfiguration.class);

    @TempDir private Path folder = Path.of("");
    private ApplicationContextRunner app = new ApplicationContextRunner();

    @BeforeEach
    void bringMigrations() throws IOException {
        Files.createDirectories(folder.resolve("db/migration"));
        app = appWith(AppResources.of(folder));
    }

    private static ApplicationContextRunner appWith(ClassLoader resources) {
        return new ApplicationContextRunner()
                .withClassLoader(resources)
                .withConfiguration(AUTO_CONFIGURATIONS)
                .withPropertyValues(
                        "spring.application.name=ledger-service",
                        "frontdesk.database.url=jdbc:postgresql://db:5432/frontdesk?ssl=true",
                        "frontdesk.database.owner-password=o",
                        "frontdesk.database.app-password=a");
    }

    @Test
    void isOnWhereAServiceBringsMigrations() {
        app.run(context -> {
            var owner = context.getBean(FlywayConnectionDetails.class);
            assertThat(owner.getUsername()).isEqualTo("ledger_owner");
            assertThat(owner.getPassword()).isEqualTo("o");
            var data = context.getBean(HikariDataSource.class);
            assertThat(data.getUsername()).isEqualTo("ledger_app");
            assertThat(data.getPassword()).isEqualTo("a");
            assertThat(data.getJdbcUrl())
                    .isEqualTo(
                            "jdbc:postgresql://db:5432/frontdesk?ssl=true&currentSchema="
                                    + "ledger,public&logServerErrorDetail=false"
                                    + "&ApplicationName=ledger");
        });
    }

    @Test
    void isOffInAServiceWithoutMigrations() {
        new ApplicationContextRunner()
                .withClassLoader(AppResources.of())
                .withConfiguration(AutoConfigurations.of(DatabaseAutoConfiguration.class))
                .run(context ->
                        assertThat(context)
                                .hasNotFailed()
                                .doesNotHaveBean(ServiceDatabase.class)
                                .doesNotHaveBean(JdbcConnectionDetails.class));
    }

    @Test
    void startsNoServerOfItsOwnWhereAUrlIsConfigured() {
        app.run(context ->
                assertThat(context.getBeanProvider(EmbeddedDatabase.class).getIfAvailable())
                        .isNull());
    }

    @Test
    void leavesConnectionsToAnAppThatBringsItsOwn() {
        var own = mock(JdbcConnectionDetails.class);
        app.withBean(JdbcConnectionDetails.class, () -> own)
                .run(context ->
                        assertThat(context).getBean(JdbcConnectionDetails.class).isSameAs(own));
    }

    @Test
    void namesThePasswordThatAUrlNeeds() {
        app.withPropertyValues("frontdesk.database.app-password=")
                .run(context ->
                        assertThat(context)
                                .getFailure()
                                .rootCause()
                                .hasMessage(
                                        "frontdesk.database.url is set, so"
                                                + " frontdesk.database.app-password is needed."));
    }
}
