package io.frontdesk.admincustomerrag.probe;

import io.frontdesk.admincustomerrag.archive.ArchiveUnavailable;
import io.frontdesk.admincustomerrag.core.CoreUnavailable;
import io.frontdesk.admincustomerrag.knowledge.KnowledgeUnavailable;
import io.frontdesk.starter.client.ServiceUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects probes, and judges them: what was seen is a failure whatever the control says. */
public final class Probing {
    static final String TENANT_TO_CANARY = "tenant-to-canary";
    static final String CANARY_TO_TENANT = "canary-to-tenant";

    private final Clock clock;
    private final List<Probe> probes = new ArrayList<>();

    public Probing(Clock clock) {
        this.clock = clock;
    }

    /** What somebody saw. */
    record Sight(boolean seen, String told) {
        static Sight of(boolean seen, String what) {
            return new Sight(seen, seen ? what + " seen" : "no " + what + " seen");
        }
    }

    /** What a stranger must not see, and its owner must. */
    record Attempt(String name, String direction, String expected) {}

    /** Tries as the stranger, and as the owner to show that there is something to be seen. */
    void tryOut(Attempt attempt, Supplier<Sight> stranger, Supplier<Sight> owner) {
        var at = clock.instant();
        try {
            var sight = stranger.get();
            var control = sight.seen() ? sight : owner.get();
            var observed =
                    control.seen() ? sight.told() : sight.told() + "; its owner: " + control.told();
            add(attempt, observed, result(sight, control), at);
        } catch (KnowledgeUnavailable
                | CoreUnavailable
                | ArchiveUnavailable
                | ServiceUnavailable away) {
            add(attempt, String.valueOf(away.getMessage()), "inconclusive", at);
        }
    }

    void notApplicable(Attempt attempt, String why) {
        add(attempt, why, "not-applicable", clock.instant());
    }

    public List<Probe> probes() {
        return List.copyOf(probes);
    }

    /** One failure fails all; what could not be shown is not held to be so. */
    public String status() {
        var results = probes.stream().map(Probe::result).toList();
        if (results.contains("failed")) {
            return "failed";
        }
        return results.contains("inconclusive") || !results.contains("passed")
                ? "inconclusive"
                : "passed";
    }

    private static String result(Sight stranger, Sight owner) {
        if (stranger.seen()) {
            return "failed";
        }
        return owner.seen() ? "passed" : "inconclusive";
    }

    private void add(Attempt attempt, String observed, String result, Instant at) {
        probes.add(
                new Probe(
                        attempt.name(),
                        attempt.direction(),
                        attempt.expected(),
                        observed,
                        result,
                        result.equals("passed"),
                        OffsetDateTime.ofInstant(at, clock.getZone()),
                        Duration.between(at, clock.instant()).toMillis()));
    }
}
