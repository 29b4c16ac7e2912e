package io.frontdesk.starter.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.starter.AppResources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service's tables, in the fleet's database and in one of its own. */
class MigrationsTest {
    private static final String HISTORY =
            "select version from flyway_schema_history order by installed_rank";

    @TempDir private Path folder = Path.of("");

    @SpringBootConfiguration
    @ImportAutoConfiguration({
        DatabaseAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    static class App {}

    @Test
    void takesTheStartersTablesBeforeTheServicesAndLaterOnesAfter() throws IOException {
        SharedPostgres.provision("history-service");
        write("db/starter/V0_1__first.sql", "create table outbox_row (id int)");
        write("db/migration/V1__own.sql", "insert into outbox_row values (1)");
        try (var app = fleet("history-service")) {
            assertThat(ask(app, HISTORY)).containsExactly("0.1", "1");
        }
        write("db/starter/V0_2__later.sql", "alter table outbox_row add column name text");
        write("db/migration/V2__own.sql", "update outbox_row set name = 'b'");
        try (var app = fleet("history-service")) {
            assertThat(ask(app, HISTORY)).containsExactly("0.1", "1", "0.2", "2");
            assertThat(ask(app, "select name from outbox_row")).containsExactly("b");
        }
    }

    @Test
    void migratesAsTheOwnerAndWorksAsTheApp() throws IOException {
        SharedPostgres.provision("roles-service");
        write("db/migration/V1__own.sql", "create table thing (id int)");
        try (var app = fleet("roles-service")) {
            assertThat(ask(app, "select current_user")).containsExactly("roles_app");
            assertThat(ask(app, "select tableowner from pg_tables where tablename = 'thing'"))
                    .containsExactly("roles_owner");
        }
    }

    @Test
    void givesAServiceAloneADatabaseThatKeepsItsRows() throws IOException {
        write("db/migration/V1__own.sql", "create table thing (id int)");
        var server = folder.resolve("state/postgres");
        try (var app = alone()) {
            assertThat(LocalPostgres.running(server)).isTrue();
            assertThat(ask(app, "select current_user || ' ' || current_schema"))
                    .containsExactly("alone_app alone");
            app.getBean(JdbcClient.class).sql("insert into thing values (7)").update();
            try (var second = alone()) {
                assertThat(ask(second, "select id from thing")).containsExactly("7");
            }
            assertThat(ask(app, "select id from thing")).containsExactly("7");
        }
        assertThat(LocalPostgres.running(server)).isFalse();
        try (var app = alone()) {
            assertThat(ask(app, "select id from thing")).containsExactly("7");
        }
    }

    private void write(String name, String sql) throws IOException {
        var file = folder.resolve("resources").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, sql + ";");
    }

    private ConfigurableApplicationContext fleet(String service) {
        return start(
                service,
                "frontdesk.database.url=" + SharedPostgres.url(),
                "frontdesk.database.owner-password=" + SharedPostgres.OWNER_PASSWORD,
                "frontdesk.database.app-password=" + SharedPostgres.APP_PASSWORD);
    }

    private ConfigurableApplicationContext alone() {
        return start("alone-service", "frontdesk.state.directory=" + folder.resolve("state"));
    }

    private ConfigurableApplicationContext start(String service, String... settings) {
        var arguments = new ArrayList<String>();
        arguments.add("--spring.application.name=" + service);
        List.of(settings).forEach(setting -> arguments.add("--" + setting));
        var resources = AppResources.of(folder.resolve("resources"));
        return new SpringApplicationBuilder(new DefaultResourceLoader(resources), App.class)
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new));
    }

    private static List<String> ask(ConfigurableApplicationContext app, String sql) {
        return app.getBean(JdbcClient.class).sql(sql).query((row, n) -> row.getString(1)).list();
    }
}
