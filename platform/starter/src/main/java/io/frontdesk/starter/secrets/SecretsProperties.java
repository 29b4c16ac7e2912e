package io.frontdesk.starter.secrets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that seal secrets in rows.
 *
 * @param key 32 bytes in Base64 (URL alphabet, no padding)
 * @param previousKeys older ones, which still open what they sealed
 */
@ConfigurationProperties("frontdesk.secrets")
record SecretsProperties(@Nullable String key, @DefaultValue List<String> previousKeys) {
    @Override
    public String toString() {
        return "SecretsProperties[]";
    }
}
