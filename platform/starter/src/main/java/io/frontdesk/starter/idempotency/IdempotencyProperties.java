package io.frontdesk.starter.idempotency;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long and for what keys are remembered.
 *
 * @param enabled off: keys are ignored
 * @param paths patterns of the paths that this holds for; an app that passes other services'
 *     requests on names its own paths
 * @param retention how long an answer is repeated
 * @param sweepInterval how often forgotten answers are deleted
 * @param lease how long a call in transactions of its own holds its key without finishing
 * @param largestRequest body of a request with a key; larger ones answer 413 (multipart requests
 *     have Spring's own limits)
 * @param largestAnswer that is kept
 */
@ConfigurationProperties("frontdesk.idempotency")
record IdempotencyProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("/**") List<String> paths,
        @DefaultValue("24h") Duration retention,
        @DefaultValue("10m") Duration sweepInterval,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("50MB") DataSize largestRequest,
        @DefaultValue("1MB") DataSize largestAnswer) {}
