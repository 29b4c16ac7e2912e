package io.frontdesk.starter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.frontdesk.starter.identity.IdentityAutoConfiguration;
import io.frontdesk.starter.tenancy.TenancyAutoConfiguration;
import io.frontdesk.starter.time.TimeAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;

class ClientAutoConfigurationTest {
    private final ApplicationContextRunner app =
            new ApplicationContextRunner()
                    .withConfiguration(
                            AutoConfigurations.of(
                                    TimeAutoConfiguration.class,
                                    TenancyAutoConfiguration.class,
                                    IdentityAutoConfiguration.class,
                                    ClientAutoConfiguration.class))
                    .withPropertyValues("spring.application.name=probe-service");

    @Test
    void isOnByDefault() {
        app.run(context -> assertThat(context).hasBean("fleetManners"));
    }

    @Test
    void isOffWhenAPropertySaysSo() {
        app.withPropertyValues("frontdesk.client.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("fleetManners"));
    }

    @Test
    void isOffInAnAppWithItsOwnIdentity() {
        app.withPropertyValues("frontdesk.identity.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("fleetManners"));
    }

    @Test
    void leavesAnAppItsOwnMannersBesides() {
        var own = mock(RestClientHttpServiceGroupConfigurer.class);
        app.withBean("own", RestClientHttpServiceGroupConfigurer.class, () -> own)
                .run(context -> assertThat(context).hasBean("own").hasBean("fleetManners"));
    }
}
