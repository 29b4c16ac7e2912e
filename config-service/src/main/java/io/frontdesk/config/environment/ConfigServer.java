package io.frontdesk.config.environment;

import io.frontdesk.starter.identity.PublicPaths;
import io.frontdesk.starter.problem.Problems;
import io.micrometer.observation.ObservationRegistry;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.config.server.EnableConfigServer;
import org.springframework.cloud.config.server.environment.NativeEnvironmentProperties;
import org.springframework.cloud.config.server.environment.NativeEnvironmentRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;

/** Serves {@code /configuration}: to services of the fleet, by the password that they share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigServer
class ConfigServer {
    private static final int OVER_FILES = 1;
    private static final int FILES = 2;

    @Bean
    SettingsOverlay settingsOverlay(JdbcTemplate jdbc) {
        return new SettingsOverlay(jdbc, OVER_FILES);
    }

    @Bean
    NativeEnvironmentRepository files(
            ConfigurableEnvironment environment,
            EnvironmentProperties properties,
            ObservationRegistry observations) {
        Path folder = properties.location().toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException(
                    "There is no folder %s: start in the checkout, or set frontdesk.config.location."
                            .formatted(folder));
        }
        var files = new NativeEnvironmentProperties();
        files.setSearchLocations(new String[] {folder.toUri().toString()});
        files.setAddLabelLocations(false);
        files.setOrder(FILES);
        return new NativeEnvironmentRepository(environment, files, observations);
    }

    @Bean
    PublicPaths configurationPaths() {
        return new PublicPaths("/configuration/**");
    }

    @Bean
    FilterRegistrationBean<FleetPassword> configurationPassword(
            @Value("${server.address}") InetAddress address,
            @Value("${frontdesk.infrastructure.password:#{null}}") @Nullable String password,
            Problems problems) {
        boolean open = password == null || password.isEmpty();
        if (open && !address.isLoopbackAddress()) {
            throw new IllegalStateException(
                    "The configuration would be open to everybody on %s: set"
                                    .formatted(address.getHostAddress())
                            + " frontdesk.infrastructure.password, or server.address=127.0.0.1.");
        }
        var filter = new FilterRegistrationBean<>(new FleetPassword(password, problems));
        filter.addUrlPatterns("/configuration/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return filter;
    }
}
