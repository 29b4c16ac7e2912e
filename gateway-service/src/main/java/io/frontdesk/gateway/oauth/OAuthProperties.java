package io.frontdesk.gateway.oauth;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The authorization server.
 *
 * @param issuer the gateway's address as its callers know it
 * @param tokenLife how long a token for callers from outside is valid
 * @param consoleRedirectUris where the console may be sent back to after the login
 */
@ConfigurationProperties("frontdesk.oauth")
public record OAuthProperties(
        @DefaultValue("http://localhost:8000") String issuer,
        @DefaultValue("15m") Duration tokenLife,
        @DefaultValue({
                    "http://localhost:8000/console/callback",
                    "http://127.0.0.1:8000/console/callback"
                })
                List<String> consoleRedirectUris) {}
