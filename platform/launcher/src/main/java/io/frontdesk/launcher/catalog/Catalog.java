package io.frontdesk.launcher.catalog;

import io.frontdesk.launcher.checkout.FleetFailure;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The services in the order in which they start. */
public record Catalog(List<Service> services) {
    private static final String SUFFIX = "-service";

    public static Catalog fourteen() {
        var config = "config-service";
        var orchestration = "orchestration-service";
        var both = List.of(config, orchestration);
        return new Catalog(
                List.of(
                        new Service(config, 8019, 112, false, List.of()),
                        new Service(orchestration, 8017, 256, false, List.of(config)),
                        new Service("gateway-service", 8000, 256, true, both),
                        new Service("rag-core-service", 8010, 320, true, both),
                        new Service("rag-knowledge-service", 8008, 320, false, both),
                        Service.small("agent-service", 8001),
                        new Service("admin-customer-rag-service", 8009, 176, false, both),
                        new Service("payment-service", 8011, 224, false, both),
                        new Service("conversational-payment-service", 8012, 224, false, both),
                        new Service("calendar-integration-service", 8013, 224, false, both),
                        new Service("calendar-plugin-service", 8014, 224, false, both),
                        Service.small("intelligence-service", 8015),
                        Service.small("metrics-service", 8016),
                        Service.small("data-service", 8018)));
    }

    /** By name, with or without {@code -service}; an unknown one fails with the nearest name. */
    public Service named(String given) {
        return services.stream()
                .filter(s -> s.name().equals(given) || s.name().equals(given + SUFFIX))
                .findFirst()
                .orElseThrow(() ->
                        new FleetFailure(
                                "There is no service \"" + given + "\".",
                                "Did you mean "
                                        + nearest(given)
                                        + "? The services are: "
                                        + names()
                                        + "."));
    }

    private String nearest(String given) {
        return services.stream()
                .map(Service::name)
                .min(Comparator.comparingInt(name -> strangeness(given, name)))
                .orElseThrow();
    }

    private String names() {
        return services.stream().map(Service::name).sorted().collect(Collectors.joining(", "));
    }

    /** A part of a name is nearer than any misspelling. */
    private static int strangeness(String given, String name) {
        var bare = name.substring(0, Math.max(0, name.length() - SUFFIX.length()));
        var asked =
                given.endsWith(SUFFIX)
                        ? given.substring(0, given.length() - SUFFIX.length())
                        : given;
        return bare.contains(asked) ? 0 : distance(asked, bare);
    }

    /** Levenshtein's edit distance. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
