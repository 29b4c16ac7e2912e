package io.frontdesk.starter.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where this service's rows live.
 *
 * @param url JDBC URL of the fleet's database; absent: an embedded server of this service alone
 * @param ownerPassword of the role that migrates; needed with a URL
 * @param appPassword of the role that the application works as; needed with a URL
 * @param directory of the embedded server; by default below the service's state directory
 */
@ConfigurationProperties("frontdesk.database")
record DatabaseProperties(
        @Nullable String url,
        @Nullable String ownerPassword,
        @Nullable String appPassword,
        @Nullable String directory) {}
