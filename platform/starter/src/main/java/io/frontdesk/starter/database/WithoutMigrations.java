package io.frontdesk.starter.database;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/**
 * Keeps Boot from asking for a database where a service has none. A filter, since the exclusion
 * property of an app would replace one of ours.
 */
class WithoutMigrations implements AutoConfigurationImportFilter, BeanClassLoaderAware {
    private static final Set<String> OF_A_DATABASE =
            Set.of(
                    DataSourceAutoConfiguration.class.getName(),
                    FlywayAutoConfiguration.class.getName());

    private @Nullable ClassLoader loader;

    @Override
    public void setBeanClassLoader(ClassLoader classLoader) {
        loader = classLoader;
    }

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        var migrations = OnMigrations.foundBy(loader);
        var matches = new boolean[classes.length];
        for (var i = 0; i < classes.length; i++) {
            var name = classes[i];
            matches[i] = migrations || name == null || !OF_A_DATABASE.contains(name);
        }
        return matches;
    }
}
