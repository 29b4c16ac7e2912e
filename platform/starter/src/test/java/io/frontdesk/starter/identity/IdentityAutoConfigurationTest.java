package io.frontdesk.starter.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.frontdesk.starter.problem.ProblemAutoConfiguration;
import io.frontdesk.starter.time.TimeAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

@ExtendWith(OutputCaptureExtension.class)
class IdentityAutoConfigurationTest {
    private static final AutoConfigurations AUTO_CONFIGURATIONS =
            AutoConfigurations.of(
                    JacksonAutoConfiguration.class,
                    DispatcherServletAutoConfiguration.class,
                    TomcatServletWebServerAutoConfiguration.class,
                    WebMvcAutoConfiguration.class,
                    SecurityAutoConfiguration.class,
                    ServletWebSecurityAutoConfiguration.class,
                    TimeAutoConfiguration.class,
                    ProblemAutoConfiguration.class,
                    IdentityAutoConfiguration.class);

    private final WebApplicationContextRunner app =
            new WebApplicationContextRunner()
                    .withConfiguration(AUTO_CONFIGURATIONS)
                    .withPropertyValues("spring.application.name=probe-service");

    @Test
    void isOnByDefault() {
        app.run(context ->
                assertThat(context)
                        .hasSingleBean(ServiceTokens.class)
                        .hasBean("internalTokenOnly")
                        .getBean(JwtDecoder.class)
                        .isInstanceOf(RememberedTokens.class));
    }

    @Test
    void isOffWhenAPropertySaysSo() {
        app.withPropertyValues("frontdesk.identity.enabled=false")
                .run(context ->
                        assertThat(context)
                                .hasNotFailed()
                                .doesNotHaveBean("internalTokenOnly")
                                .doesNotHaveBean(ServiceTokens.class)
                                .doesNotHaveBean(JwtDecoder.class));
    }

    @Test
    void guardsNothingInAnAppWithoutAWebServer() {
        new ApplicationContextRunner()
                .withConfiguration(AUTO_CONFIGURATIONS)
                .withPropertyValues("spring.application.name=probe-service")
                .run(context ->
                        assertThat(context)
                                .hasNotFailed()
                                .hasSingleBean(ServiceTokens.class)
                                .doesNotHaveBean(SecurityFilterChain.class));
    }

    @Test
    void leavesSecurityToAnAppThatBringsItsOwn() {
        var chain = mock(SecurityFilterChain.class);
        var decoder = mock(JwtDecoder.class);
        app.withBean(SecurityFilterChain.class, () -> chain)
                .withBean(JwtDecoder.class, () -> decoder)
                .run(context -> {
                    assertThat(context).getBean(SecurityFilterChain.class).isSameAs(chain);
                    assertThat(context).getBean(JwtDecoder.class).isSameAs(decoder);
                });
    }

    @Test
    void refusesStillWhereProblemsAreSwitchedOff() {
        app.withPropertyValues("frontdesk.problem.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().hasBean("internalTokenOnly"));
    }

    @Test
    void trustsEveryRequestInLocalModeAndSaysSo(CapturedOutput output) {
        app.withPropertyValues("frontdesk.identity.mode=local", "server.address=127.0.0.1")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(output).contains("Local identity mode: every request is trusted");
                });
    }

    @Test
    void refusesLocalModeOnAnAddressThatOthersReach() {
        for (var address : new String[] {"server.address=0.0.0.0", "server.address="}) {
            app.withPropertyValues("frontdesk.identity.mode=local", address)
                    .run(context ->
                            assertThat(context)
                                    .getFailure()
                                    .rootCause()
                                    .hasMessageContaining("needs server.address=127.0.0.1"));
        }
    }
}
