package io.frontdesk.config.environment;

import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database that is not there. */
@NullMarked
final class Outage {
    static JdbcTemplate jdbc() {
        return new JdbcTemplate(
                new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/away?connectTimeout=1"));
    }

    private Outage() {}
}
