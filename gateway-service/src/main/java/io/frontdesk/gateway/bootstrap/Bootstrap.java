package io.frontdesk.gateway.bootstrap;

import io.frontdesk.gateway.access.Role;
import io.frontdesk.gateway.apikey.ApiKeys;
import io.frontdesk.gateway.apikey.IssueApiKey;
import io.frontdesk.gateway.tenant.NewTenant;
import io.frontdesk.gateway.tenant.Tenants;
import io.frontdesk.gateway.user.Users;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Creates what is given and not there yet, before the first request; later starts find it. */
@Component
@EnableConfigurationProperties(BootstrapProperties.class)
class Bootstrap implements InitializingBean {
    private static final String ACTOR = "bootstrap";

    private final BootstrapProperties given;
    private final Tenants tenants;
    private final IssueApiKey keys;
    private final Users users;

    Bootstrap(BootstrapProperties given, Tenants tenants, IssueApiKey keys, Users users) {
        this.given = given;
        this.tenants = tenants;
        this.keys = keys;
        this.users = users;
    }

    @Override
    public void afterPropertiesSet() {
        addKey(given.operatorKey(), "operator", null, Role.OPERATOR);
        UUID demo = given.demoTenantId();
        if (demo != null) {
            addTenant(demo);
            addKey(given.demoKey(), "demo", demo, Role.OWNER);
        }
        String password = given.operatorPassword();
        if (password != null && !password.isEmpty()) {
            users.add(null, given.operatorUser(), password, Role.OPERATOR, ACTOR);
        }
    }

    private void addTenant(UUID id) {
        if (tenants.exist(id)) {
            return;
        }
        try {
            tenants.create(id, new NewTenant("Demo", "hospitality", "Europe/Berlin", "EUR"), ACTOR);
        } catch (DuplicateKeyException e) {
            // Another replica that started at the same time was faster.
            tenants.exist(id);
        }
    }

    private void addKey(@Nullable String secret, String name, @Nullable UUID tenant, Role role) {
        if (secret == null || secret.isEmpty()) {
            return;
        }
        if (!secret.startsWith(ApiKeys.PREFIX) || secret.length() < 40) {
            throw new IllegalStateException(
                    "The bootstrap key of the "
                            + name
                            + " must be fd_ followed by at least 37 random characters.");
        }
        keys.given(secret, name, tenant, role, ACTOR);
    }
}
