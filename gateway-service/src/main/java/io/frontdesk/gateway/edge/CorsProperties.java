package io.frontdesk.gateway.edge;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which web pages may call the gateway from a browser.
 *
 * @param allowedOrigins exact, for example {@code https://app.example.com}; none by default
 */
@ConfigurationProperties("frontdesk.cors")
record CorsProperties(@DefaultValue List<String> allowedOrigins) {}
