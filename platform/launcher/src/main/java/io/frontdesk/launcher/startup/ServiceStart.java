package io.frontdesk.launcher.startup;

import io.frontdesk.launcher.aot.AotCaches;
import io.frontdesk.launcher.build.AppLayouts;
import io.frontdesk.launcher.catalog.Service;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.process.OwnProcesses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The command line and the environment that start one service. */
final class ServiceStart {
    private final Checkout checkout;
    private final AppLayouts layouts;
    private final AotCaches caches;

    ServiceStart(Checkout checkout) {
        this.checkout = checkout;
        this.layouts = new AppLayouts(checkout);
        this.caches = new AotCaches(checkout, layouts);
    }

    List<String> command(Service service) {
        var command =
                new ArrayList<>(
                        List.of(
                                Checkout.java().toString(),
                                OwnProcesses.mark(checkout),
                                "-Dfleet.service=" + service.name()));
        command.addAll(service.jvmOptions());
        caches.usable(service).ifPresent(cache -> command.add("-XX:AOTCache=" + cache));
        command.addAll(List.of("-jar", layouts.jar(service.name()).toString()));
        return command;
    }

    boolean cached(Service service) {
        return caches.usable(service).isPresent();
    }

    /** What holds for every service, in the fleet or alone. */
    Map<String, String> environment(Map<String, String> own) {
        var environment = new TreeMap<>(own);
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("FRONTDESK_CONFIG_LOCATION", checkout.home().resolve("config").toString());
        // glibc keeps an arena per thread otherwise, and gives little of it back.
        environment.put("MALLOC_ARENA_MAX", "2");
        return environment;
    }
}
