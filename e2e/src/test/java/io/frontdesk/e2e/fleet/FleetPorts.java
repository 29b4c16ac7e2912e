package io.frontdesk.e2e.fleet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Free ports of this machine, so that a fleet which already runs is left alone. */
record FleetPorts(Map<String, Integer> byName) {
    static FleetPorts reserve(List<String> names) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        var ports = new HashMap<String, Integer>();
        try {
            for (var name : names) {
                var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                sockets.add(socket);
                ports.put(name, socket.getLocalPort());
            }
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
        return new FleetPorts(ports);
    }

    int of(String name) {
        var port = byName.get(name);
        if (port == null) {
            throw new IllegalArgumentException("No port is reserved for " + name);
        }
        return port;
    }
}
