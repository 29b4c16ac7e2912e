package io.frontdesk.calendarplugin.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.calendarplugin.http.StandIn;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import tools.jackson.databind.json.JsonMapper;

class GoogleSettingsTest {
    private static final String PREFIX = GoogleProperties.PREFIX + ".";
    private static final URI CALLBACK = URI.create("https://desk.example.com/back");

    private final ApplicationContextRunner app =
            new ApplicationContextRunner()
                    .withBean(JsonMapper.class, () -> StandIn.JSON)
                    .withBean(Clock.class, Clock::systemUTC)
                    .withUserConfiguration(GoogleProvider.class);

    @Test
    void isListedButNotConnectedWithoutAnApplication() {
        app.run(context -> {
            var provider = context.getBean(GoogleProvider.class);
            assertThat(provider.capabilities().oauth()).isTrue();
            assertThatThrownBy(() -> provider.address("state", "challenge", CALLBACK))
                    .isInstanceOf(ProviderRefused.class)
                    .hasMessageContaining(PREFIX + "client-id")
                    .hasMessageContaining(PREFIX + "client-secret");
        });
    }

    @Test
    void needsNoMoreThanTheApplication() {
        app.withPropertyValues(PREFIX + "client-id=me", PREFIX + "client-secret=hidden")
                .run(context -> {
                    var page =
                            context.getBean(GoogleProvider.class)
                                    .address("state", "challenge", CALLBACK);
                    assertThat(page).hasScheme("https");
                    assertThat(page.getRawQuery())
                            .contains("client_id=me")
                            .doesNotContain("hidden");
                    assertThat(context.getBean(GoogleProperties.class).toString())
                            .doesNotContain("hidden");
                });
    }

    @Test
    void sendsNoTokenInTheClear() {
        app.withPropertyValues(PREFIX + "base-url=http://example.com/v1")
                .run(context ->
                        assertThat(context)
                                .getFailure()
                                .rootCause()
                                .hasMessageContaining(PREFIX + "base-url"));
    }
}
