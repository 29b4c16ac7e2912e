package io.frontdesk.orchestration.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager4;
import org.jspecify.annotations.Nullable;

/**
 * A service of the fleet, known by its name and the password that all share, may send events and
 * read its own queue; nothing else, and nobody else.
 */
final class ServiceAccess implements ActiveMQSecurityManager4 {
    private final Set<String> services;
    private final byte[] password;

    ServiceAccess(Set<String> services, String password) {
        this.services = services;
        this.password = password.getBytes(UTF_8);
    }

    @Override
    public @Nullable String validateUser(
            @Nullable String user,
            @Nullable String password,
            @Nullable RemotingConnection connection,
            @Nullable String domain) {
        return validateUser(user, password) ? user : null;
    }

    @Override
    public @Nullable String validateUserAndRole(
            @Nullable String user,
            @Nullable String password,
            Set<Role> roles,
            CheckType check,
            String address,
            @Nullable RemotingConnection connection,
            @Nullable String domain) {
        return validateUser(user, password) && allows(user, roles, check) ? user : null;
    }

    @Override
    public boolean validateUser(@Nullable String user, @Nullable String password) {
        return user != null
                && password != null
                && services.contains(user)
                && MessageDigest.isEqual(this.password, password.getBytes(UTF_8));
    }

    @Override
    public boolean validateUserAndRole(
            @Nullable String user, @Nullable String password, Set<Role> roles, CheckType check) {
        return false;
    }

    private static boolean allows(@Nullable String user, Set<Role> roles, CheckType check) {
        return roles.stream().anyMatch(role -> role.getName().equals(user) && check.hasRole(role));
    }

    /** What the names of services stand for: a role of its own for each. */
    static void describe(Configuration broker, List<String> services) {
        broker.putSecurityRoles(
                Topology.EVENTS,
                services.stream().map(service -> role(service, true, false)).collect(toSet()));
        // A consumer puts aside what it cannot read.
        broker.putSecurityRoles(
                Topology.DEAD_LETTERS,
                services.stream().map(service -> role(service, true, false)).collect(toSet()));
        for (String service : services) {
            broker.putSecurityRoles(
                    Topology.EVENTS + "::" + service, Set.of(role(service, false, true)));
        }
    }

    /** Neither may make or remove queues and addresses, or manage the broker. */
    private static Role role(String service, boolean send, boolean consume) {
        return new Role(
                service, send, consume, false, false, false, false, false, consume, false, false,
                false, false);
    }
}
