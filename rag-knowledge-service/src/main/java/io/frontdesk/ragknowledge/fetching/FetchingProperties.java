package io.frontdesk.ragknowledge.fetching;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How web addresses are fetched.
 *
 * @param maxSize the largest body, as sent and as unpacked
 * @param timeout the longest that one fetch may take, redirects and all
 * @param maxRedirects how many redirects are followed
 * @param ports that may be asked
 * @param allowHosts as {@code host:port}: they may have any address and port, for intranets
 * @param userAgent how it introduces itself; the first word is what a robots.txt may name
 */
@Validated
@ConfigurationProperties("frontdesk.knowledge.fetching")
public record FetchingProperties(
        @DefaultValue("20MB") DataSize maxSize,
        @DefaultValue("30s") Duration timeout,
        @Min(0) @Max(20) @DefaultValue("5") int maxRedirects,
        @DefaultValue({"80", "443"}) Set<Integer> ports,
        @DefaultValue List<String> allowHosts,
        @NotBlank @DefaultValue("Frontdesk (+https://frontdesk.example/crawler)")
                String userAgent) {}
