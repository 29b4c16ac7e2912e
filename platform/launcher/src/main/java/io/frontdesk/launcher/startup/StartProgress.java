package io.frontdesk.launcher.startup;

import io.frontdesk.launcher.catalog.Service;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.Console;
import io.frontdesk.launcher.logs.LogLine;
import io.frontdesk.launcher.logs.LogTail;
import io.frontdesk.launcher.process.ProcessTable;
import io.frontdesk.launcher.process.ResidentMemory;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Tells the user how the start goes, and keeps the times. */
final class StartProgress {
    private static final int LINES_SHOWN = 25;

    private final Checkout checkout;
    private final ProcessTable processes;
    private final Console console;
    private final int total;
    private final List<Timings.Ready> ready = new ArrayList<>();
    private final Map<Service, Long> logBegins = new HashMap<>();
    private int cached;

    StartProgress(Checkout checkout, ProcessTable processes, Console console, int total) {
        this.checkout = checkout;
        this.processes = processes;
        this.console = console;
        this.total = total;
    }

    void starting(Service service, boolean withCache) {
        cached += withCache ? 1 : 0;
        logBegins.put(service, checkout.log(service.name()).toFile().length());
    }

    void ready(Service service, Duration sinceBegin, Duration took) {
        ready.add(new Timings.Ready(service.name(), seconds(sinceBegin), seconds(took), 0));
        if (!logBegins.containsKey(service)) {
            return;
        }
        console.say(
                "  [%2d/%d] %-32s ready on port %d after %s"
                        .formatted(
                                ready.size(),
                                total,
                                service.name(),
                                service.port(),
                                Console.seconds(took)));
    }

    void failed(Service service, String why) {
        console.say("  [FAILED] " + service.name() + " " + why);
        var began = logBegins.get(service);
        if (began == null) {
            return;
        }
        var lines = new LogLine(ZoneId.systemDefault());
        console.say("    The end of its log:");
        LogTail.last(checkout.log(service.name()), LINES_SHOWN, began).stream()
                .flatMap(line -> lines.readable(line).lines())
                .filter(line -> !line.isBlank())
                .forEach(line -> console.say("      " + line));
        console.say(
                "    What to do: see ./fleet logs "
                        + service.name()
                        + ", mend the cause, and run ./fleet up again: it starts only what is"
                        + " missing.");
    }

    Timings timings(Duration took, long postgresMegabytes) {
        var measured =
                ready.stream()
                        .map(one ->
                                new Timings.Ready(
                                        one.service(),
                                        one.readySeconds(),
                                        one.startSeconds(),
                                        megabytes(one.service())))
                        .toList();
        var all =
                processes.running().stream()
                        .filter(p -> p.port() > 0)
                        .mapToLong(p -> megabytes(p.service()))
                        .sum();
        return new Timings(seconds(took), cached, all, postgresMegabytes, measured);
    }

    private long megabytes(String service) {
        return processes
                .running(service)
                .map(p -> ResidentMemory.megabytes(p.pid()))
                .orElse(OptionalLong.empty())
                .orElse(0);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
