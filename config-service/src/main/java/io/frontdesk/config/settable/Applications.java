package io.frontdesk.config.settable;

import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The applications that have settings.
 *
 * @param applications their names; the first stands for all of them
 */
@Validated
@ConfigurationProperties("frontdesk.config.settings")
public record Applications(
        @NotEmpty @DefaultValue({
                    "application",
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
                List<String> applications) {
    /** Gives the name back, when it is known. */
    public String known(String application) {
        if (!applications.contains(application)) {
            throw new UnknownApplication(applications);
        }
        return application;
    }
}
