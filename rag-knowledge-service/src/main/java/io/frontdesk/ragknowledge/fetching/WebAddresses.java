package io.frontdesk.ragknowledge.fetching;

import io.frontdesk.starter.client.PublicAddress;
import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which addresses may be asked. What an address shows by itself is checked at once; what its name
 * stands for is checked when it is asked, and exactly the checked address is then connected to.
 */
final class WebAddresses {

    private static final int LONGEST = 2_000;
    private static final Pattern DOTTED =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

    /** A host whose last label is a number is an IPv4 address in one form or another. */
    private static final Pattern NUMERIC = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");

    private static final Pattern HOUSE =
            Pattern.compile("[^.]+|.*\\.(?:localhost|local|internal|intranet|home\\.arpa|lan)");

    private final FetchingProperties properties;
    private final HostResolver resolver;

    WebAddresses(FetchingProperties properties, HostResolver resolver) {
        this.properties = properties;
        this.resolver = resolver;
    }

    /**
     * The address in its plain form, without fragment.
     *
     * @throws AddressRefused when it shows by itself that it must not be asked
     */
    URI check(String address) {
        var uri = parse(address.strip());
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new AddressRefused("Only http and https addresses are fetched.");
        }
        if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            throw new AddressRefused("The address must not hold a user name or a password.");
        }
        var host = host(uri);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("http") ? 80 : 443;
        if (!isAllowed(host, port)) {
            checkHost(host, port);
        }
        return rebuilt(uri, scheme, host);
    }

    /**
     * The addresses of the host, all of them fit to be asked.
     *
     * @throws AddressRefused when one is not
     */
    InetAddress[] resolve(URI checked) throws UnknownHostException {
        var host = checked.getHost();
        int port = checked.getPort();
        if (port < 0) {
            port = checked.getScheme().equals("http") ? 80 : 443;
        }
        var addresses = resolver.resolve(host.startsWith("[") ? inner(host) : host);
        if (addresses.length == 0) {
            throw new UnknownHostException(host);
        }
        for (var address : addresses) {
            if (!PublicAddress.is(address) && !isAllowed(host, port)) {
                throw notPublic();
            }
        }
        return addresses;
    }

    private void checkHost(String host, int port) {
        if (!properties.ports().contains(port)) {
            throw new AddressRefused("Port " + port + " is not fetched from.");
        }
        if (host.startsWith("[")) {
            requirePublic(inner(host));
        } else if (NUMERIC.matcher(host).matches()) {
            if (!DOTTED.matcher(host).matches()) {
                throw new AddressRefused("An IPv4 address must be written as four plain numbers.");
            }
            requirePublic(host);
        } else if (HOUSE.matcher(host).matches()) {
            throw notPublic();
        }
    }

    private static void requirePublic(String literal) {
        try {
            if (!PublicAddress.is(InetAddress.ofLiteral(literal))) {
                throw notPublic();
            }
        } catch (IllegalArgumentException odd) {
            throw new AddressRefused("The address of the host is not well formed.");
        }
    }

    private boolean isAllowed(String host, int port) {
        return properties.allowHosts().contains(host + ":" + port);
    }

    private static URI parse(String address) {
        if (address.length() > LONGEST) {
            throw new AddressRefused("An address has up to " + LONGEST + " characters.");
        }
        try {
            return new URI(address.replace(" ", "%20"));
        } catch (URISyntaxException wrong) {
            throw new AddressRefused("The address is not well formed.");
        }
    }

    /** In ASCII and lower case, as the DNS has it; {@link URI} knows no host with other letters. */
    private static String host(URI uri) {
        var authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        var host = uri.getHost() == null ? authority.replaceAll(":\\d*$", "") : uri.getHost();
        try {
            host = host.startsWith("[") ? host : IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException wrong) {
            host = "";
        }
        host = host.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        if (host.isEmpty() || host.length() > 253 || host.contains("%")) {
            throw new AddressRefused("The address names no host.");
        }
        return host;
    }

    private static URI rebuilt(URI uri, String scheme, String host) {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var port = uri.getPort() < 0 ? portOf(uri) : ":" + uri.getPort();
        return URI.create(URI.create(scheme + "://" + host + port + path + query).toASCIIString());
    }

    private static String portOf(URI uri) {
        var authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        if (uri.getHost() == null && authority.matches(".*:\\d+$")) {
            throw new AddressRefused("A host with other letters is asked at its usual port.");
        }
        return "";
    }

    private static String inner(String bracketed) {
        return bracketed.substring(1, bracketed.length() - 1);
    }

    private static AddressRefused notPublic() {
        return new AddressRefused("The host is not one of the public internet.");
    }
}
