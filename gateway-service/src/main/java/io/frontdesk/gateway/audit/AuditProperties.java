package io.frontdesk.gateway.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How refused requests are kept.
 *
 * @param interval refusals of one kind within it become one row
 * @param rows at most so many rows per interval; what is beyond is counted in one more
 * @param retention rows older than this are removed
 */
@ConfigurationProperties("frontdesk.audit.refused")
record AuditProperties(
        @DefaultValue("5s") Duration interval,
        @DefaultValue("20") int rows,
        @DefaultValue("30d") Duration retention) {}
