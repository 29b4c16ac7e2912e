package io.frontdesk.orchestration.fleet;

import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The fleet as it should be.
 *
 * @param services names of the services that are expected to run
 * @param readinessTimeout how long an instance may take to say whether it is ready
 */
@Validated
@ConfigurationProperties("frontdesk.fleet")
public record FleetProperties(
        @NotEmpty @DefaultValue({
                    "gateway-service",
                    "agent-service",
                    "rag-knowledge-service",
                    "admin-customer-rag-service",
                    "rag-core-service",
                    "payment-service",
                    "conversational-payment-service",
                    "calendar-integration-service",
                    "calendar-plugin-service",
                    "intelligence-service",
                    "metrics-service",
                    "orchestration-service",
                    "data-service",
                    "config-service"
                })
                List<String> services,
        @DefaultValue("1s") Duration readinessTimeout) {}
