package io.frontdesk.gateway.upstream;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.frontdesk.gateway.route.Route;
import io.frontdesk.gateway.route.Routes;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.HttpHost;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.stereotype.Component;

/**
 * The instances of the services in turn. Spring Cloud's composite discovery asks the registry first
 * and then the configured addresses; its answer is kept for some seconds, because looking it up
 * costs more than forwarding a request.
 */
@Component
public class Instances {
    private final DiscoveryClient discovery;
    private final Routes routes;
    private final LoadingCache<String, List<HttpHost>> known;
    private final AtomicInteger turn = new AtomicInteger();

    Instances(DiscoveryClient discovery, Routes routes, ProxyProperties properties) {
        this.discovery = discovery;
        this.routes = routes;
        this.known =
                Caffeine.newBuilder()
                        .refreshAfterWrite(properties.instancesRefresh())
                        .build(this::lookUp);
    }

    /** The next one; another one at each call when there are several. */
    public Optional<HttpHost> next(Route route) {
        Optional<URI> elsewhere = routes.uri(route);
        if (elsewhere.isPresent()) {
            return elsewhere.map(HttpHost::create);
        }
        return of(route.service());
    }

    /** The next one, wherever the routes of the service lead. */
    public Optional<HttpHost> of(String service) {
        List<HttpHost> hosts = known.get(service);
        return hosts.isEmpty()
                ? Optional.empty()
                : Optional.of(hosts.get(Math.floorMod(turn.getAndIncrement(), hosts.size())));
    }

    private List<HttpHost> lookUp(String service) {
        return discovery.getInstances(service).stream()
                .map(ServiceInstance::getUri)
                .map(HttpHost::create)
                .distinct()
                .toList();
    }
}
