package io.frontdesk.launcher.doctor;

import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.process.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Looks for ports that the fleet needs and others hold. */
final class PortsInUse {
    private PortsInUse() {}

    /**
     * One finding for each port that another process holds.
     *
     * @param own the fleet's own process ids
     */
    static List<Finding> look(Map<Integer, String> ports, Set<Long> own) {
        var taken = new ArrayList<Finding>();
        ports.forEach((port, name) -> {
            if (!Ports.free(port)
                    && Ports.owner(port).filter(p -> own.contains(p.pid())).isEmpty()) {
                taken.add(
                        Finding.problem(
                                "Port " + port,
                                "needed by " + name + ", taken by " + Ports.ownerName(port),
                                "End that process: kill "
                                        + Ports.owner(port)
                                                .map(p -> String.valueOf(p.pid()))
                                                .orElse("<its id>")));
            }
        });
        return taken.isEmpty()
                ? List.of(
                        Finding.fine(
                                "Ports", "all " + ports.size() + " are free or the fleet's own"))
                : taken;
    }

    static Map<Integer, String> needed(Catalog catalog) {
        var ports = new TreeMap<Integer, String>();
        catalog.services().forEach(service -> ports.put(service.port(), service.name()));
        ports.put(io.frontdesk.launcher.database.FleetDatabase.PORT, "PostgreSQL");
        ports.put(61616, "the event broker");
        return ports;
    }
}
