package io.frontdesk.calendarplugin.dav;

import io.frontdesk.calendarplugin.refusal.ProviderBusy;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import io.frontdesk.starter.client.PublicAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/**
 * Lets requests go only where a tenant may send them: over TLS to public addresses, unless the
 * operator allows more. The addresses are looked up just before the request, which then finds the
 * same ones in the JVM's cache of names.
 */
public final class ServerGuard {
    private final ServerProperties properties;
    private final HostResolver resolver;

    public ServerGuard(ServerProperties properties, HostResolver resolver) {
        this.properties = properties;
        this.resolver = resolver;
    }

    /**
     * Insists that the address may be asked.
     *
     * @throws ProviderRefused saying why not
     */
    public void check(URI address) {
        var host = address.getHost();
        if (host == null || address.getRawUserInfo() != null) {
            throw new ProviderRefused("The server's address must be an https URL with a host.");
        }
        if (named(properties.allowHttpHosts(), address)) {
            return;
        }
        if (!"https".equalsIgnoreCase(address.getScheme())) {
            throw new ProviderRefused("The server " + host + " must be asked over https.");
        }
        if (!named(properties.allowPrivateHosts(), address)
                && !addresses(host).stream().allMatch(PublicAddress::is)) {
            throw new ProviderRefused("The server " + host + " has no public address.");
        }
    }

    /** Whether a server may send us, with our credentials, from one of its hosts to another. */
    static boolean sameOwner(URI from, URI to) {
        var asked = from.getHost().toLowerCase(Locale.ROOT);
        var told = to.getHost() == null ? "" : to.getHost().toLowerCase(Locale.ROOT);
        if (asked.equals(told)) {
            return from.getScheme().equalsIgnoreCase(to.getScheme())
                    || "https".equalsIgnoreCase(to.getScheme());
        }
        var labels = asked.split("\\.", -1);
        // iCloud answers at caldav.icloud.com and keeps calendars at p12-caldav.icloud.com.
        var owner = labels.length > 2 ? asked.substring(asked.indexOf('.') + 1) : asked;
        var named = asked.chars().anyMatch(Character::isLetter) && owner.contains(".");
        return named && told.endsWith("." + owner) && "https".equalsIgnoreCase(to.getScheme());
    }

    private List<InetAddress> addresses(String host) {
        try {
            var plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
            return resolver.resolve(plain);
        } catch (UnknownHostException unknown) {
            throw new ProviderBusy("The server " + host + " cannot be found.", null);
        }
    }

    private static boolean named(List<String> hosts, URI address) {
        return hosts.stream()
                .anyMatch(each ->
                        each.equalsIgnoreCase(address.getHost())
                                || each.equalsIgnoreCase(
                                        address.getHost() + ":" + address.getPort()));
    }
}
