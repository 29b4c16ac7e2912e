package io.frontdesk.ragknowledge.crawling;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How websites are walked.
 *
 * @param delay between two requests to one host, whoever walks there
 * @param longestDelay that a robots.txt can ask for
 * @param longestPause that an overloaded server can ask for
 */
@ConfigurationProperties("frontdesk.knowledge.crawling")
record CrawlingProperties(
        @DefaultValue("1s") Duration delay,
        @DefaultValue("30s") Duration longestDelay,
        @DefaultValue("1h") Duration longestPause) {}
