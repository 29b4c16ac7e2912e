package io.frontdesk.starter.secrets;

import com.google.crypto.tink.Aead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** Sealed secrets for services that have Tink on their class path. */
@AutoConfiguration
@ConditionalOnClass(Aead.class)
@EnableConfigurationProperties(SecretsProperties.class)
public class SecretsAutoConfiguration {
    private static final Logger log = LoggerFactory.getLogger(SecretsAutoConfiguration.class);

    /** Made, and its key asked for, only where somebody takes it. */
    @Bean
    @Lazy
    @ConditionalOnMissingBean
    SecretBox secretBox(SecretsProperties properties, Environment environment) {
        var keys = new ArrayList<byte[]>();
        var key = properties.key();
        keys.add(decoded(key == null || key.isBlank() ? ofOneMachine(environment) : key));
        properties.previousKeys().forEach(older -> keys.add(decoded(older)));
        return new SecretBox(keys);
    }

    /** In a fleet every replica must have the same key, so one made here would lose secrets. */
    private static String ofOneMachine(Environment environment) {
        if (environment.containsProperty("frontdesk.infrastructure.password")) {
            throw new IllegalStateException(
                    "frontdesk.secrets.key is needed: 32 random bytes in Base64 (URL alphabet).");
        }
        var service = environment.getRequiredProperty("spring.application.name");
        var directory =
                Path.of(
                        environment.getProperty(
                                "frontdesk.state.directory", ".fleet/alone/" + service));
        log.info("Secrets in rows are sealed with the key in {}", directory);
        return LocalKey.in(directory);
    }

    private static byte[] decoded(String key) {
        return Base64.getUrlDecoder().decode(key);
    }
}
