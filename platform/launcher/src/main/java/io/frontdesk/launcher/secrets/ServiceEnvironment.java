package io.frontdesk.launcher.secrets;

import java.util.LinkedHashMap;
import java.util.Map;

/** The environment that gives a service its own secrets, and none of another's. */
public final class ServiceEnvironment {
    private static final String GATEWAY = "gateway-service";

    private ServiceEnvironment() {}

    /**
     * The environment of one service.
     *
     * @param databaseUrl JDBC URL of the fleet's database, without user and password
     */
    public static Map<String, String> of(String service, Secrets secrets, String databaseUrl) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("FRONTDESK_DATABASE_URL", databaseUrl);
        environment.put("FRONTDESK_DATABASE_OWNERPASSWORD", secrets.ownerPassword(service));
        environment.put("FRONTDESK_DATABASE_APPPASSWORD", secrets.appPassword(service));
        environment.put("FRONTDESK_IDENTITY_CLIENTSECRET", secrets.clientSecret(service));
        environment.put("FRONTDESK_SECRETS_KEY", secrets.secretsKey(service));
        environment.put("FRONTDESK_INFRASTRUCTURE_PASSWORD", secrets.infrastructurePassword());
        if (service.equals(GATEWAY)) {
            environment.put("FRONTDESK_FLEET_SECRET", secrets.fleetSecret());
            environment.put("FRONTDESK_BOOTSTRAP_OPERATORKEY", secrets.operatorKey());
            environment.put("FRONTDESK_BOOTSTRAP_OPERATORPASSWORD", secrets.operatorPassword());
            environment.put("FRONTDESK_BOOTSTRAP_DEMOTENANTID", secrets.demoTenantId().toString());
            environment.put("FRONTDESK_BOOTSTRAP_DEMOKEY", secrets.demoKey());
        }
        return environment;
    }
}
