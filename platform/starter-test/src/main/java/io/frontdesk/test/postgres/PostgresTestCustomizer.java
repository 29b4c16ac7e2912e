package io.frontdesk.test.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** A record, so that equal test classes share one cached context and with it one database. */
record PostgresTestCustomizer() implements ContextCustomizer {
    @Override
    public void customizeContext(
            ConfigurableApplicationContext context, MergedContextConfiguration merged) {
        var environment = context.getEnvironment();
        var properties = new HashMap<String, Object>();
        try {
            if (new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:db/migration/*.sql")
                            .length
                    > 0) {
                properties.putAll(
                        database(environment.getProperty("spring.application.name", "test")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        environment.getPropertySources().addFirst(new MapPropertySource("postgres", properties));
    }

    private static Map<String, String> database(String service) {
        var database = TestPostgres.database(service);
        return Map.of(
                "frontdesk.database.url", database.url(),
                "frontdesk.database.owner-password", database.ownerPassword(),
                "frontdesk.database.app-password", database.appPassword());
    }
}
