package io.frontdesk.orchestration.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Set;
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
        return validateUser(user, password) && allows(user, check, address) ? user : null;
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

    private static boolean allows(@Nullable String user, CheckType check, String address) {
        return switch (check) {
            case SEND -> address.equals(Topology.EVENTS);
            case CONSUME, BROWSE -> address.equals(Topology.EVENTS + "::" + user);
            default -> false;
        };
    }
}
