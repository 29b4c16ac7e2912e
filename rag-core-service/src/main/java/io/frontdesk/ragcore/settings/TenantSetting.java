package io.frontdesk.ragcore.settings;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the operator configured for a tenant.
 *
 * @param version of the configuration; 0 when there is none
 * @param spendCap for a calendar month (UTC); null for none
 * @param spendCurrency of the cap, ISO 4217
 * @param embeddingModel of all its knowledge bases; null for the platform's
 * @param generationModel the one asked first; null for the platform's
 */
public record TenantSetting(
        int version,
        @Nullable BigDecimal spendCap,
        @Nullable String spendCurrency,
        @Nullable String embeddingModel,
        @Nullable String generationModel) {
    static final TenantSetting NONE = new TenantSetting(0, null, null, null, null);
}
