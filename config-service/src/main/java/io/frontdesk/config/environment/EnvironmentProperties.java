package io.frontdesk.config.environment;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the files are.
 *
 * @param location folder with application.yml for the whole fleet and a file for each service
 */
@ConfigurationProperties("frontdesk.config")
record EnvironmentProperties(@DefaultValue("./config") Path location) {}
