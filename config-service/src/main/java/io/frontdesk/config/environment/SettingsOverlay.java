package io.frontdesk.config.environment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.config.environment.Environment;
import org.springframework.cloud.config.server.environment.EnvironmentRepository;
import org.springframework.cloud.config.server.environment.JdbcEnvironmentProperties;
import org.springframework.cloud.config.server.environment.JdbcEnvironmentRepository;
import org.springframework.cloud.config.server.environment.JdbcEnvironmentRepository.PropertiesResultSetExtractor;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.StringUtils;

/**
 * The operators' settings, over the files. While the database is away, a service that starts gets
 * what was last read for it, or the files alone: that is better than no configuration.
 */
final class SettingsOverlay implements EnvironmentRepository, Ordered {
    private static final Logger log = LoggerFactory.getLogger(SettingsOverlay.class);
    private static final int REMEMBERED = 200;

    private final JdbcEnvironmentRepository rows;
    private final int order;
    private final Cache<List<String>, Environment> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    SettingsOverlay(JdbcTemplate jdbc, int order) {
        var properties = new JdbcEnvironmentProperties();
        // Labels are branches of a repository: settings have none, but the query is given one.
        properties.setSql(
                """
                select key, value from settings
                where application = ? and profile = ? and cast(? as text) is not null\
                """);
        properties.setFailOnError(true);
        rows = new JdbcEnvironmentRepository(jdbc, properties, new PropertiesResultSetExtractor());
        this.order = order;
    }

    @Override
    public Environment findOne(
            String application, @Nullable String profile, @Nullable String label) {
        var question = List.of(application, profile == null ? "" : profile);
        try {
            var found = rows.findOne(application, profile, label);
            remembered.put(question, found);
            return found;
        } catch (DataAccessException away) {
            log.warn("Settings cannot be read, serving what is remembered: {}", away.getMessage());
            var known = remembered.getIfPresent(question);
            return known == null
                    ? new Environment(
                            application, StringUtils.commaDelimitedListToStringArray(profile))
                    : known;
        }
    }

    @Override
    public int getOrder() {
        return order;
    }
}
