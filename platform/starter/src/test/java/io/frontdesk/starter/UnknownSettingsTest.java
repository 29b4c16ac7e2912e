package io.frontdesk.starter;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class UnknownSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "frontdesk.identity.jwks-url,   frontdesk.identity.jwks-uri",
        "frontdesk.database.pasword,    frontdesk.database.app-password",
        "frontdesk.identiti.mode,       frontdesk.identity.mode",
        "frontdesk.telemetry,           frontdesk.telemetry.export",
        "frontdesk.typo[0].name,        frontdesk.identity.mode"
    })
    void refusesASettingThatNobodyReadsAndTellsWhatIsNear(String name, String hint) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> start(settings(name)))
                .withMessageStartingWith("Unknown setting " + name + ".")
                .withMessageContaining(hint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frontdesk.identity.jwks-uri",
                "frontdesk.identity.jwksUri",
                "frontdesk.identity.jwks_uri",
                "frontdesk.state.directory",
                "frontdeskish.anything",
                "spring.anything"
            })
    void acceptsWhatSomebodyReadsHoweverItIsWritten(String name) {
        assertThatNoException().isThrownBy(() -> start(settings(name)));
    }

    @Test
    void letsTheEnvironmentSpeakToAllServicesAtOnce() {
        assertThatNoException()
                .isThrownBy(() ->
                        start(
                                new SystemEnvironmentPropertySource(
                                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                        Map.of("frontdesk.elsewhere.limit", "1"))));
    }

    @Test
    void letsTheConfigServerSpeakToAllServicesAtOnce() {
        assertThatNoException()
                .isThrownBy(() ->
                        start(
                                new MapPropertySource(
                                        "configserver:file:/configuration/application.yml",
                                        Map.of("frontdesk.elsewhere.limit", "1"))));
    }

    private static PropertySource<?> settings(String name) {
        return new MapPropertySource("settings", Map.of(name, "x"));
    }

    private static void start(PropertySource<?> source) {
        try (var context = new GenericApplicationContext()) {
            context.getEnvironment().getPropertySources().addFirst(source);
            new UnknownSettings()
                    .onApplicationEvent(
                            new ApplicationPreparedEvent(
                                    new SpringApplication(), new String[0], context));
        }
    }
}
