package io.frontdesk.gateway.bootstrap;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the first start creates; what is absent is not created.
 *
 * @param operatorKey an API key for the operator, begins with {@code fd_}
 * @param demoTenantId the demo tenant's id
 * @param demoKey an API key for the demo tenant's owner
 * @param operatorPassword lets {@code operatorUser} sign in to the console
 */
@ConfigurationProperties("frontdesk.bootstrap")
record BootstrapProperties(
        @Nullable String operatorKey,
        @Nullable UUID demoTenantId,
        @Nullable String demoKey,
        @DefaultValue("operator") String operatorUser,
        @Nullable String operatorPassword) {
    @Override
    public String toString() {
        return "BootstrapProperties[demoTenantId=" + demoTenantId + "]";
    }
}
