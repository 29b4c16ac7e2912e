package io.frontdesk.calendarplugin.http;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** The rule for addresses that tokens are sent to. */
public final class Address {
    private static final Set<String> LOOPBACK =
            Set.of("localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]");

    private Address() {}

    /**
     * The address without a slash at its end.
     *
     * @throws IllegalArgumentException unless it is https, or http on this machine
     */
    public static URI require(String setting, URI address) {
        var scheme = Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
        var host = Objects.requireNonNullElse(address.getHost(), "").toLowerCase(Locale.ROOT);
        var local = scheme.equals("http") && LOOPBACK.contains(host);
        if (host.isEmpty() || address.getRawQuery() != null || !(scheme.equals("https") || local)) {
            throw new IllegalArgumentException(
                    setting + " must be an https address, or http on this machine: " + address);
        }
        var text = address.toString();
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    /** Whether a link that the provider gave leads to the place that we are configured for. */
    public static boolean within(URI base, String link) {
        try {
            var target = URI.create(link);
            return Objects.equals(base.getScheme(), target.getScheme())
                    && Objects.equals(base.getRawAuthority(), target.getRawAuthority())
                    && target.normalize().getRawPath().startsWith(base.getRawPath() + "/");
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
