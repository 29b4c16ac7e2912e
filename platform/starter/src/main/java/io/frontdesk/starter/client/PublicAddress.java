package io.frontdesk.starter.client;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Tells addresses of the public internet from those that only this machine or its network should
 * ask: where a tenant names a server, ours must not reach into the house (server-side request
 * forgery). IANA's special-purpose registries (RFC 6890) say which they are.
 */
public final class PublicAddress {
    private PublicAddress() {}

    /** Whether anybody on the internet could ask that address. */
    public static boolean is(InetAddress address) {
        return !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && !special(address);
    }

    private static boolean special(InetAddress address) {
        var bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return switch (address) {
            // "This network", carrier NAT (RFC 6598), protocol assignments, benchmarks, reserved.
            case Inet4Address _ ->
                    first == 0
                            || (first == 100 && second >= 64 && second < 128)
                            || (first == 192 && second == 0)
                            || (first == 198 && (second == 18 || second == 19))
                            || first >= 240;
            // Unique local (RFC 4193), and forms that carry an IPv4 address: NAT64, 6to4, Teredo.
            case Inet6Address _ ->
                    (first & 0xfe) == 0xfc
                            || (first == 0x00 && second == 0x64)
                            || (first == 0x20 && second == 0x02)
                            || (first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0)
                            || first == 0;
            default -> true;
        };
    }
}
