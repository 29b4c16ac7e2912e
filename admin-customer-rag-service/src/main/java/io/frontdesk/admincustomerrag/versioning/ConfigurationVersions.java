package io.frontdesk.admincustomerrag.versioning;

import io.frontdesk.admincustomerrag.customer.Customers;
import io.frontdesk.admincustomerrag.policy.Policy;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The versions of the configuration of the tenant at hand. */
@Repository
@Transactional
public class ConfigurationVersions {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Customers customers;

    ConfigurationVersions(JdbcClient jdbc, JsonMapper json, Customers customers) {
        this.jdbc = jdbc;
        this.json = json;
        this.customers = customers;
    }

    /** What holds now; the defaults where nothing is configured. */
    public Policy policy() {
        return current().policy();
    }

    public Configuration current() {
        var version = customers.version();
        return new Configuration(version, find(version).orElse(Policy.DEFAULT));
    }

    public void add(ConfigurationVersion version, Policy policy) {
        jdbc.sql(
                        "insert into configuration_version"
                                + " (version, document, author, at, comment, restored_from)"
                                + " values (:version, :document::json, :author, :at, :comment,"
                                + " :restored)")
                .param("version", version.version())
                .param("document", json.writeValueAsString(policy))
                .param("author", version.author())
                .param("at", version.at())
                .param("comment", version.comment())
                .param("restored", version.restoredFrom())
                .update();
    }

    /**
     * The content of a version; version 0 is the defaults.
     *
     * @throws VersionNotFound where there is none
     */
    public Policy get(int version) {
        return find(version).orElseThrow(() -> new VersionNotFound(version));
    }

    public Optional<Policy> find(int version) {
        return version == 0
                ? Optional.of(Policy.DEFAULT)
                : jdbc.sql("select document from configuration_version where version = :version")
                        .param("version", version)
                        .query(String.class)
                        .optional()
                        .map(document -> json.readValue(document, Policy.class));
    }

    ConfigurationVersion describe(int version) {
        return jdbc.sql(
                        "select version, author, at, comment, restored_from"
                                + " from configuration_version where version = :version")
                .param("version", version)
                .query(DataClassRowMapper.newInstance(ConfigurationVersion.class))
                .optional()
                .orElseThrow(() -> new VersionNotFound(version));
    }

    /** The version before this one, 0 for none: numbers go on after an erasure. */
    int before(int version) {
        return jdbc.sql(
                        "select coalesce(max(version), 0) from configuration_version"
                                + " where version < :version")
                .param("version", version)
                .query(Integer.class)
                .single();
    }

    /** Newest first. */
    List<ConfigurationVersion> list(int limit, @Nullable Integer before) {
        return jdbc.sql(
                        "select version, author, at, comment, restored_from"
                                + " from configuration_version"
                                + " where (:before::int is null or version < :before)"
                                + " order by version desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(DataClassRowMapper.newInstance(ConfigurationVersion.class))
                .list();
    }

    /** Removes all of them and tells how many they were. */
    public int removeAll() {
        return jdbc.sql("delete from configuration_version").update();
    }
}
