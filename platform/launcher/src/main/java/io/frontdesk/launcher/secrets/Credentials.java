package io.frontdesk.launcher.secrets;

import java.util.UUID;

/** What a user of the fleet needs: the door and two keys. */
public record Credentials(String gateway, String operatorKey, UUID demoTenantId, String demoKey) {
    static Credentials of(Secrets secrets) {
        return new Credentials(
                "http://localhost:8000",
                secrets.operatorKey(),
                secrets.demoTenantId(),
                secrets.demoKey());
    }
}
