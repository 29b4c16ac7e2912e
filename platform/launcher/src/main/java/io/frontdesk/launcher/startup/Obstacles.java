package io.frontdesk.launcher.startup;

import io.frontdesk.launcher.catalog.Service;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.FleetFailure;
import io.frontdesk.launcher.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** What is looked at before anything is started, so that it fails early and says why. */
final class Obstacles {
    static final int BROKER_PORT = 61616;
    private static final long LEAST_DISK_BYTES = 2L << 30;

    private Obstacles() {}

    static void refuseFullDisk(Checkout checkout) {
        try {
            var free = Files.getFileStore(checkout.home()).getUsableSpace();
            if (free < LEAST_DISK_BYTES) {
                throw new FleetFailure(
                        "The disk is nearly full: %.1f GB are free where %s lies."
                                .formatted(free / 1e9, checkout.home()),
                        "Free at least 2 GB; ./fleet needs it for jars, the database and logs.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void refuseTakenPorts(List<Service> services) {
        for (var service : services) {
            refuseTaken(service.port(), service.name());
            if (service.name().equals("orchestration-service")) {
                refuseTaken(BROKER_PORT, "the event broker");
            }
        }
    }

    static void refuseTaken(int port, String wantedBy) {
        if (!Ports.free(port)) {
            throw new FleetFailure(
                    "Port "
                            + port
                            + ", which "
                            + wantedBy
                            + " needs, is taken by "
                            + Ports.ownerName(port)
                            + ".",
                    "End that process and try again. ./fleet doctor says more.");
        }
    }
}
