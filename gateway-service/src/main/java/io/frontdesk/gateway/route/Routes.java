package io.frontdesk.gateway.route;

import io.frontdesk.gateway.access.Scopes;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Finds a request's route in the table, with what the installation changed in it. */
@Component
@EnableConfigurationProperties(RouteProperties.class)
public class Routes {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final RouteProperties properties;
    private final Map<String, List<Entry>> byStart = new HashMap<>();

    Routes(RouteProperties properties) {
        this.properties = properties;
        for (Route route : RouteTable.ROUTES) {
            byStart.computeIfAbsent(start(route.prefix()), none -> new ArrayList<>())
                    .add(new Entry(route, this));
        }
        Comparator<Entry> longest = Comparator.comparingInt(e -> -e.route.prefix().length());
        byStart.values().forEach(entries -> entries.sort(longest));
        for (String name : properties.route().keySet()) {
            if (RouteTable.ROUTES.stream().noneMatch(route -> route.name().equals(name))) {
                throw new IllegalStateException("frontdesk.routes.route." + name + ": no route");
            }
        }
    }

    /** A route with what the table says about reads, writes and special operations below it. */
    private static final class Entry {
        final Route route;
        final Access reads;
        final Access writes;
        final Map<Operation, Access> operations = new HashMap<>();

        Entry(Route route, Routes routes) {
            this.route = route;
            DataSize largest = routes.largestBody(route, null);
            String domain = route.domain();
            boolean any = domain.isEmpty();
            reads = new Access(route, false, any ? null : Scopes.read(domain), Cost.READ, largest);
            writes =
                    new Access(
                            route, false, any ? null : Scopes.write(domain), route.cost(), largest);
            for (Operation operation : RouteTable.OPERATIONS) {
                if (routeOf(operation).equals(route)) {
                    operations.put(
                            operation,
                            new Access(
                                    route,
                                    operation.scope() == null,
                                    operation.scope(),
                                    operation.cost(),
                                    routes.largestBody(route, operation.largestBody())));
                }
            }
        }

        private static Route routeOf(Operation operation) {
            String path = operation.path().getPatternString();
            return RouteTable.ROUTES.stream()
                    .filter(route -> route.covers(path))
                    .max(Comparator.comparingInt(route -> route.prefix().length()))
                    .orElseThrow();
        }

        Access access(String method, String rawPath) {
            if (!operations.isEmpty()) {
                PathContainer path = null;
                for (var operation : operations.entrySet()) {
                    if (operation.getKey().method().equals(method)) {
                        path = path == null ? PathContainer.parsePath(rawPath) : path;
                        if (operation.getKey().path().matches(path)) {
                            return operation.getValue();
                        }
                    }
                }
            }
            return SAFE.contains(method) ? reads : writes;
        }
    }

    /**
     * What the table says, or null when the path is not in it.
     *
     * @param path decoded, as prefixes are compared with it
     * @param rawPath as it was sent, as patterns decode by themselves
     */
    public @Nullable Access find(String method, String path, String rawPath) {
        List<Entry> entries = byStart.get(start(path));
        if (entries != null) {
            for (Entry entry : entries) {
                if (entry.route.covers(path)) {
                    return entry.access(method.equals("HEAD") ? "GET" : method, rawPath);
                }
            }
        }
        return null;
    }

    public Optional<URI> uri(Route route) {
        return Optional.ofNullable(change(route)).map(RouteProperties.Change::uri);
    }

    public Duration timeout(Route route) {
        var change = change(route);
        if (change != null && change.timeout() != null) {
            return change.timeout();
        }
        return Objects.requireNonNullElse(route.timeout(), properties.timeout());
    }

    private DataSize largestBody(Route route, @Nullable DataSize ofOperation) {
        var change = change(route);
        if (change != null && change.largestBody() != null) {
            return change.largestBody();
        }
        DataSize own = ofOperation == null ? route.largestBody() : ofOperation;
        return Objects.requireNonNullElse(own, properties.largestBody());
    }

    private RouteProperties.@Nullable Change change(Route route) {
        return properties.route().get(route.name());
    }

    /** The first two segments, or the first where the path does not begin with /api. */
    private static String start(String path) {
        int end = path.indexOf('/', 1);
        if (end > 0 && path.startsWith("/api/")) {
            int second = path.indexOf('/', end + 1);
            return second < 0 ? path : path.substring(0, second);
        }
        return end < 0 ? path : path.substring(0, end);
    }
}
