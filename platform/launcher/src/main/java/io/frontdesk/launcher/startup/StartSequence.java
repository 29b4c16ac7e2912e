package io.frontdesk.launcher.startup;

import io.frontdesk.launcher.catalog.Service;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Starts services in their order, a few at a time: one comes after those it needs, and one that
 * fails keeps only those from starting that need it.
 */
final class StartSequence {
    private static final int POLL_MILLIS = 100;

    /** How a service is started and watched, and who is told. */
    interface Steps {
        void start(Service service);

        boolean alive(Service service);

        boolean ready(Service service);

        void started(Service service, Duration took);

        void failed(Service service, String why);
    }

    private final Steps steps;
    private final Clock clock;
    private final int atOnce;
    private final Duration patience;

    private final List<Service> waiting = new ArrayList<>();
    private final Map<Service, Instant> starting = new LinkedHashMap<>();
    private final Set<String> ready = new HashSet<>();
    private final Set<String> failed = new HashSet<>();

    StartSequence(Steps steps, Clock clock, int atOnce, Duration patience) {
        this.steps = steps;
        this.clock = clock;
        this.atOnce = atOnce;
        this.patience = patience;
    }

    /**
     * Starts those that do not run, and waits for all.
     *
     * @param running those that run already; they are only waited for
     * @return whether all became ready
     */
    boolean run(List<Service> services, Set<String> running) throws InterruptedException {
        for (var service : services) {
            if (running.contains(service.name())) {
                starting.put(service, clock.instant());
            } else {
                waiting.add(service);
            }
        }
        while (!waiting.isEmpty() || !starting.isEmpty()) {
            refuseWhatCannotStart();
            startWhatMay();
            lookAfterTheStarting();
            if (!starting.isEmpty()) {
                Thread.sleep(POLL_MILLIS);
            }
        }
        return failed.isEmpty();
    }

    private void refuseWhatCannotStart() {
        for (var service : List.copyOf(waiting)) {
            var missing = service.after().stream().filter(failed::contains).findFirst();
            missing.ifPresent(name -> {
                waiting.remove(service);
                fail(service, "not started, because " + name + " is not ready");
            });
        }
    }

    private void startWhatMay() {
        for (var service : List.copyOf(waiting)) {
            if (starting.size() < atOnce && ready.containsAll(service.after())) {
                waiting.remove(service);
                starting.put(service, clock.instant());
                steps.start(service);
            }
        }
    }

    private void lookAfterTheStarting() {
        for (var entry : Map.copyOf(starting).entrySet()) {
            var service = entry.getKey();
            var took = Duration.between(entry.getValue(), clock.instant());
            if (!steps.alive(service)) {
                fail(service, "ended while it was starting");
            } else if (steps.ready(service)) {
                starting.remove(service);
                ready.add(service.name());
                steps.started(service, took);
            } else if (took.compareTo(patience) > 0) {
                fail(service, "is not ready after " + patience.toSeconds() + " s");
            }
        }
    }

    private void fail(Service service, String why) {
        starting.remove(service);
        failed.add(service.name());
        steps.failed(service, why);
    }
}
