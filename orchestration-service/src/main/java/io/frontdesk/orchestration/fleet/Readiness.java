package io.frontdesk.orchestration.fleet;

import com.netflix.appinfo.InstanceInfo;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Asks an instance itself: a killed one stays registered until its lease ends. */
@Component
class Readiness {
    private static final int OK = 200;

    private final HttpClient client;
    private final FleetProperties properties;

    Readiness(FleetProperties properties) {
        this.properties = properties;
        client = HttpClient.newBuilder().connectTimeout(properties.readinessTimeout()).build();
    }

    CompletableFuture<String> status(InstanceInfo instance) {
        var registered = instance.getStatus();
        if (registered != InstanceInfo.InstanceStatus.UP) {
            return CompletableFuture.completedFuture(
                    registered.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        try {
            return client.sendAsync(question(instance), BodyHandlers.discarding())
                    .thenApply(answer -> answer.statusCode() == OK ? "up" : "not-ready")
                    .exceptionally(failure -> "unreachable");
        } catch (IllegalArgumentException unusableAddress) {
            return CompletableFuture.completedFuture("unreachable");
        }
    }

    private HttpRequest question(InstanceInfo instance) {
        return HttpRequest.newBuilder(
                        URI.create(
                                "http://%s:%d/actuator/health/readiness"
                                        .formatted(instance.getHostName(), instance.getPort())))
                .timeout(properties.readinessTimeout())
                .build();
    }
}
