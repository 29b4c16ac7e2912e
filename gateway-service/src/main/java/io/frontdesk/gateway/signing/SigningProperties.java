package io.frontdesk.gateway.signing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the keys that sign tokens turn over.
 *
 * @param rotation how long one key signs
 * @param lead how long a key is published before it signs; longer than any verifier keeps a key set
 * @param retention how long a key is published after it signed for the last time; longer than the
 *     longest-lived token
 * @param refresh how often a replica reads the keys from the database
 */
@ConfigurationProperties("frontdesk.signing")
record SigningProperties(
        @DefaultValue("30d") Duration rotation,
        @DefaultValue("1h") Duration lead,
        @DefaultValue("2h") Duration retention,
        @DefaultValue("30s") Duration refresh) {}
