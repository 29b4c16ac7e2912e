package io.frontdesk.config.settable;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingKeysTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "frontdesk.client.read-timeout",
                "frontdesk.client.groups.rag-core-service.read-timeout",
                "logging.level.io.frontdesk",
                "logging.level.com.zaxxer.hikari.HikariDataSource",
                "frontdesk.idempotency.key-ttl",
                "frontdesk.generation.max-tokens",
                "frontdesk.limits[0].requests",
                "frontdesk.monkey-business.enabled"
            })
    void allowsOrdinaryKeys(String key) {
        assertThat(SettingKeys.objection(key)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frontdesk.mail.password",
                "frontdesk.mail.passwords[0]",
                "frontdesk.stripe.webhookSecret",
                "frontdesk.stripe.api-key",
                "frontdesk.stripe.apiKey",
                "frontdesk.openai.apikey",
                "frontdesk.oauth.accesstoken",
                "frontdesk.oauth.refresh-tokens",
                "frontdesk.secrets.first",
                "frontdesk.signing_key"
            })
    void refusesWhatLooksLikeASecret(String key) {
        assertThat(SettingKeys.objection(key).orElse("no objection")).contains("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frontdesk.identity.mode",
                "frontdesk.iden-tity.mode",
                "frontdesk.IDENTITY.jwks-uri",
                "frontdesk.events.broker-url",
                "spring.datasource.url",
                "spring.cloud.config.uri",
                "eureka.client.enabled",
                "server.port"
            })
    void refusesWhatDecidesWhomAServiceBelieves(String key) {
        assertThat(SettingKeys.objection(key).orElse("no objection")).contains("fixed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "single",
                ".a",
                "a.",
                "a..b",
                "a b.c",
                "Ä.b",
                "a.b;drop",
                "a[x].b",
                "A.b"
            })
    void refusesWhatIsNoKey(String key) {
        assertThat(SettingKeys.objection(key).orElse("no objection")).contains("dotted");
    }
}
