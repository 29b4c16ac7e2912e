package io.frontdesk.payment.wallet;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sandbox.
 *
 * @param publicUrl where a payer's browser reaches its pages, through the gateway
 */
@ConfigurationProperties("frontdesk.payment.sandbox")
public record SandboxProperties(@DefaultValue("http://localhost:8000") URI publicUrl) {
    public URI page(String path) {
        return publicUrl.resolve("/api/payments/" + path);
    }
}
