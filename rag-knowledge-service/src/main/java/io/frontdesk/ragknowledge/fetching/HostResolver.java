package io.frontdesk.ragknowledge.fetching;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Names' addresses: the machine's own resolver, or what a test says. */
@FunctionalInterface
public interface HostResolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
}
