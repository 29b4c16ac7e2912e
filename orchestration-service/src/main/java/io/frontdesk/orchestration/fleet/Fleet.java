package io.frontdesk.orchestration.fleet;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.netflix.appinfo.InstanceInfo;
import com.netflix.appinfo.LeaseInfo;
import com.netflix.eureka.registry.PeerAwareInstanceRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The fleet as the registry knows it, beside the fleet as it should be. */
@Component
class Fleet {
    private final PeerAwareInstanceRegistry registry;
    private final FleetProperties properties;
    private final Readiness readiness;

    Fleet(PeerAwareInstanceRegistry registry, FleetProperties properties, Readiness readiness) {
        this.registry = registry;
        this.properties = properties;
        this.readiness = readiness;
    }

    /** Every instance, by service and name; all are asked at once. */
    List<Instance> instances() {
        Map<String, List<InstanceInfo>> registered = registered();
        var services = new TreeSet<>(properties.services());
        services.addAll(registered.keySet());
        List<CompletableFuture<Instance>> asked =
                services.stream()
                        .flatMap(service ->
                                ask(service, registered.getOrDefault(service, List.of())))
                        .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private Map<String, List<InstanceInfo>> registered() {
        return registry.getSortedApplications().stream()
                .flatMap(application -> application.getInstances().stream())
                .collect(
                        groupingBy(
                                instance -> instance.getAppName().toLowerCase(Locale.ROOT),
                                TreeMap::new,
                                toList()));
    }

    private Stream<CompletableFuture<Instance>> ask(String service, List<InstanceInfo> instances) {
        if (instances.isEmpty()) {
            return Stream.of(CompletableFuture.completedFuture(Instance.missing(service)));
        }
        return instances.stream()
                .map(i -> readiness.status(i).thenApply(status -> instance(service, i, status)));
    }

    private static Instance instance(String service, InstanceInfo registered, String status) {
        return new Instance(
                service,
                registered.getInstanceId(),
                registered.getHostName(),
                registered.getPort(),
                status,
                registered.getMetadata().get("version"),
                since(registered.getLeaseInfo()));
    }

    /** Since it is up, or for one that never was: since it is known. */
    private static Instant since(LeaseInfo lease) {
        long up = lease.getServiceUpTimestamp();
        return Instant.ofEpochMilli(up > 0 ? up : lease.getRegistrationTimestamp());
    }
}
