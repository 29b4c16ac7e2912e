package io.frontdesk.test.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Every app under test is quiet unless it warns ({@code FRONTDESK_TEST_LOG=INFO} tells more), keeps
 * its files in a directory of its own, and stays away from brokers.
 */
class TestDefaults implements EnvironmentPostProcessor {
    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        try {
            Map<String, Object> defaults =
                    Map.of(
                            "frontdesk.state.directory",
                            Files.createTempDirectory("frontdesk-test-").toString(),
                            // A fleet on this machine must not hear of what tests do.
                            "frontdesk.events.connect",
                            "false",
                            "logging.level.root",
                            environment.getProperty("FRONTDESK_TEST_LOG", "WARN"));
            environment
                    .getPropertySources()
                    .addAfter(
                            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                            new MapPropertySource("test defaults", defaults));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
