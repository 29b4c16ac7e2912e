package io.frontdesk.starter.telemetry;

import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.starter.tenancy.TenancyAutoConfiguration;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * What an app tells about itself. Metrics, traces and JSON logs are Boot's own, set up by the
 * fleet's defaults; what is added here is the tenant in the logs and the service's name on its API.
 */
@AutoConfiguration(after = TenancyAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "frontdesk.telemetry.enabled", matchIfMissing = true)
public class TelemetryAutoConfiguration {
    /** After Spring Security's chain, which knows the tenant. */
    private static final int AFTER_SECURITY = 0;

    @Bean
    @ConditionalOnBean(Tenancy.class)
    FilterRegistrationBean<TenantInLogs> tenantInLogs(Tenancy tenancy) {
        var registration = new FilterRegistrationBean<>(new TenantInLogs(tenancy));
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    @Bean
    @ConditionalOnMissingBean
    OpenAPI openApi(
            @Value("${spring.application.name}") String service,
            @Value("${frontdesk.version:0.1.0}") String version) {
        return new OpenAPI()
                .info(new Info().title(service).version(version))
                // Relative, so that the page works through the gateway as well.
                .servers(List.of(new Server().url("/")));
    }
}
