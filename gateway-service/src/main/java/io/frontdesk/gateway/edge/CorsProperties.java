package io.frontdesk.gateway.edge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.List;

/**
 * Which web pages may call the gateway from a browser.
 *
 * @param allowedOrigins exact, for example {@code https://app.example.com}; none by default
 */
@ConfigurationProperties("frontdesk.cors")
record CorsProperties(@DefaultValue List<String> allowedOrigins) {}
