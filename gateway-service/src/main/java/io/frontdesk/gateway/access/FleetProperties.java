package io.frontdesk.gateway.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The fleet as a whole.
 *
 * @param secret from which the services' client secrets and the seal of the signing keys follow;
 *     without it services get no tokens and keys are stored unsealed
 */
@ConfigurationProperties("frontdesk.fleet")
public record FleetProperties(@DefaultValue("") String secret) {
    public boolean hasSecret() {
        return !secret.isEmpty();
    }

    @Override
    public String toString() {
        return "FleetProperties[hasSecret=" + hasSecret() + "]";
    }
}
