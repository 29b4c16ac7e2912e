package io.frontdesk.starter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.starter.tenancy.TenancyAutoConfiguration;
import io.swagger.v3.oas.models.OpenAPI;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

class TelemetryAutoConfigurationTest {
    private static final AutoConfigurations TELEMETRY =
            AutoConfigurations.of(TelemetryAutoConfiguration.class);

    private final WebApplicationContextRunner app =
            new WebApplicationContextRunner()
                    .withConfiguration(TELEMETRY)
                    .withConfiguration(AutoConfigurations.of(TenancyAutoConfiguration.class))
                    .withPropertyValues("spring.application.name=probe-service");

    @Test
    void isOnByDefault() {
        app.run(context -> {
            assertThat(context).hasBean("tenantInLogs");
            var api = context.getBean(OpenAPI.class);
            assertThat(api.getInfo().getTitle()).isEqualTo("probe-service");
            assertThat(api.getServers())
                    .singleElement()
                    .satisfies(server -> assertThat(server.getUrl()).isEqualTo("/"));
        });
    }

    @Test
    void isOffWhenAPropertySaysSo() {
        app.withPropertyValues("frontdesk.telemetry.enabled=false")
                .run(context ->
                        assertThat(context)
                                .hasNotFailed()
                                .doesNotHaveBean("tenantInLogs")
                                .doesNotHaveBean(OpenAPI.class));
    }

    @Test
    void isOffInAnAppWithoutAWebServer() {
        new ApplicationContextRunner()
                .withConfiguration(TELEMETRY)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(OpenAPI.class));
    }

    @Test
    void marksNoTenantWhereNobodyKnowsOne() {
        new WebApplicationContextRunner()
                .withConfiguration(TELEMETRY)
                .withPropertyValues("spring.application.name=probe-service")
                .run(context ->
                        assertThat(context)
                                .hasSingleBean(OpenAPI.class)
                                .doesNotHaveBean("tenantInLogs"));
    }

    @Test
    void leavesTheApiPageToAnAppThatBringsItsOwn() {
        var own = new OpenAPI();
        app.withBean(OpenAPI.class, () -> own)
                .run(context -> assertThat(context).getBean(OpenAPI.class).isSameAs(own));
    }
}
