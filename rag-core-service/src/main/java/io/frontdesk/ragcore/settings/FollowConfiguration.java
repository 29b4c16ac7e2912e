package io.frontdesk.ragcore.settings;

import io.frontdesk.starter.events.CloudEvent;
import io.frontdesk.starter.events.OnEvent;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes over what the operator configures for a tenant; an older version changes nothing. */
@Component
class FollowConfiguration {
    private final TenantSettings settings;
    private final ApplicationEventPublisher listeners;

    FollowConfiguration(TenantSettings settings, ApplicationEventPublisher listeners) {
        this.settings = settings;
        this.listeners = listeners;
    }

    /** The operator's configuration of a tenant, as its owner tells it. */
    record Changed(int version, @Nullable Configuration configuration) {
        TenantSetting setting() {
            if (configuration == null) {
                return new TenantSetting(version, null, null, null, null);
            }
            var models = configuration.models();
            var spend = configuration.spend();
            return new TenantSetting(
                    version,
                    spend == null ? null : new BigDecimal(spend.amount().asString()),
                    spend == null ? null : spend.currency(),
                    models == null ? null : models.embedding(),
                    models == null ? null : models.generation());
        }
    }

    record Configuration(@Nullable Models models, @Nullable Quotas quotas) {
        @Nullable Spend spend() {
            return quotas == null ? null : quotas.spendPerMonth();
        }
    }

    record Models(@Nullable String embedding, @Nullable String generation) {}

    record Quotas(@Nullable Spend spendPerMonth) {}

    /** The amount is a number or a decimal in a string. */
    record Spend(JsonNode amount, String currency) {}

    @OnEvent("io.frontdesk.customer-rag.configuration-changed")
    void on(CloudEvent<Changed> event) {
        var before = settings.current();
        var now = event.data().setting();
        if (settings.replace(now)) {
            listeners.publishEvent(new SettingsChanged(before, now));
        }
    }
}
