package io.frontdesk.starter.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.error.ErrorController;
import tools.jackson.databind.json.JsonMapper;

class ProblemAutoConfigurationTest {
    private static final AutoConfigurations AUTO_CONFIGURATIONS =
            AutoConfigurations.of(JacksonAutoConfiguration.class, ProblemAutoConfiguration.class);

    private final WebApplicationContextRunner app =
            new WebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS);

    @Test
    void isOnByDefault() {
        app.run(context ->
                assertThat(context)
                        .hasSingleBean(Problems.class)
                        .hasSingleBean(ProblemAdvice.class)
                        .hasSingleBean(ErrorPage.class));
    }

    @Test
    void isOffWhenAPropertySaysSo() {
        app.withPropertyValues("frontdesk.problem.enabled=false")
                .run(context ->
                        assertThat(context)
                                .hasNotFailed()
                                .doesNotHaveBean(ErrorPage.class)
                                .doesNotHaveBean(ProblemAdvice.class));
    }

    @Test
    void isOffInAnAppWithoutAWebServer() {
        new ApplicationContextRunner()
                .withConfiguration(AUTO_CONFIGURATIONS)
                .run(context -> assertThat(context).doesNotHaveBean(Problems.class));
    }

    @Test
    void leavesTheErrorPageToAnAppThatBringsItsOwn() {
        app.withBean("own", ErrorController.class, () -> new ErrorController() {})
                .run(context -> assertThat(context).doesNotHaveBean(ErrorPage.class));
    }

    @Test
    void leavesTheMakingOfProblemsToAnAppThatBringsItsOwn() {
        var own = new Problems(new JsonMapper(), null);
        app.withBean(Problems.class, () -> own)
                .run(context -> assertThat(context.getBean(Problems.class)).isSameAs(own));
    }
}
