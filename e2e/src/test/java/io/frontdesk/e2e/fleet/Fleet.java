package io.frontdesk.e2e.fleet;

import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.catalog.Service;
import io.frontdesk.launcher.secrets.Secrets;
import io.frontdesk.launcher.startup.Readiness;
import io.frontdesk.starter.database.LocalPostgres;
import io.frontdesk.starter.database.SchemaProvisioner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;

/**
 * The fourteen services as processes, started from the built jars on free ports, with a database of
 * their own below {@code target}. What a test kills it starts again.
 */
public final class Fleet implements AutoCloseable {
    /** The name under which {@link #kill} and {@link #start} know PostgreSQL. */
    public static final String DATABASE = "postgres";

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final int AT_ONCE = 3;

    private final Path directory;
    private final List<Service> services = Catalog.fourteen().services();
    private final Secrets secrets = Secrets.random(Clock.systemUTC());
    private final FleetPorts ports;
    private final FleetSettings settings;
    private final Readiness readiness = new Readiness();
    private final Map<String, ServiceProcess> processes = new ConcurrentHashMap<>();

    private Fleet(Path directory) throws IOException {
        this.directory = directory;
        FileSystemUtils.deleteRecursively(directory);
        Files.createDirectories(directory.resolve("logs"));
        ports =
                FleetPorts.reserve(
                        Stream.concat(
                                        services.stream().map(Service::name),
                                        Stream.of(
                                                DATABASE,
                                                FleetSettings.BROKER,
                                                FleetSettings.WEBSITE))
                                .toList());
        var url = "jdbc:postgresql://localhost:" + ports.of(DATABASE) + "/frontdesk";
        settings = new FleetSettings(secrets, ports, url, directory.resolve("state"));
    }

    /** Starts everything and waits until all are ready. */
    static Fleet start(Path directory) throws IOException, SQLException {
        var fleet = new Fleet(directory);
        try {
            fleet.provision();
            fleet.services.forEach(service -> Jars.layOut(service.name(), directory));
            fleet.startAll();
            return fleet;
        } catch (IOException | SQLException | RuntimeException | AssertionError e) {
            fleet.close();
            throw e;
        }
    }

    public List<String> services() {
        return services.stream().map(Service::name).toList();
    }

    public String address(String service) {
        return "http://localhost:" + ports.of(service);
    }

    public String gateway() {
        return address("gateway-service");
    }

    /** A port of this machine from which the fleet may read a website. */
    public int websitePort() {
        return ports.of(FleetSettings.WEBSITE);
    }

    public Secrets secrets() {
        return secrets;
    }

    public String databaseUrl() {
        return settings.databaseUrl();
    }

    /** Ends a service, or PostgreSQL, by SIGKILL. */
    public void kill(String name) {
        if (name.equals(DATABASE)) {
            killDatabase();
        } else {
            process(name).kill();
        }
    }

    /** Starts what was killed, without waiting for it. */
    public void start(String name) {
        if (name.equals(DATABASE)) {
            startDatabase();
            return;
        }
        var service = Catalog.fourteen().named(name);
        var log = directory.resolve("logs").resolve(name + ".log");
        processes.put(
                name,
                ServiceProcess.start(
                        name,
                        Jars.laidOut(name, directory),
                        service.jvmOptions(),
                        settings.environment(service, services),
                        Path.of("..").toAbsolutePath().normalize(),
                        log));
    }

    /** Waits until the service answers that it is ready. */
    public void awaitReady(String name) {
        if (name.equals(DATABASE)) {
            return;
        }
        Awaitility.await(name + " is ready")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .failFast(() -> process(name).requireAlive())
                .until(() -> readiness.ready(ports.of(name)));
    }

    /** Starts again whatever has ended, and waits until all are ready. */
    public void mend() {
        startDatabase();
        for (var name : services()) {
            if (!process(name).alive()) {
                start(name);
            }
        }
        services().forEach(this::awaitReady);
    }

    private ServiceProcess process(String name) {
        var process = processes.get(name);
        if (process == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return process;
    }

    private void startAll() {
        for (var first : List.of("config-service", "orchestration-service")) {
            start(first);
            awaitReady(first);
        }
        var waiting = new ArrayList<>(services());
        waiting.removeAll(processes.keySet());
        while (!waiting.isEmpty()) {
            var wave = List.copyOf(waiting.subList(0, Math.min(AT_ONCE, waiting.size())));
            wave.forEach(this::start);
            wave.forEach(this::awaitReady);
            waiting.removeAll(wave);
        }
    }

    private void provision() throws IOException, SQLException {
        var server = startDatabase();
        var admin = server.jdbcUrl("postgres");
        try (var connection =
                        DriverManager.getConnection(admin, server.superuser(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("create database frontdesk");
        }
        for (var name : services()) {
            SchemaProvisioner.provision(
                    settings.databaseUrl(),
                    server.superuser(),
                    server.password(),
                    name,
                    secrets.ownerPassword(name),
                    secrets.appPassword(name));
        }
    }

    private LocalPostgres startDatabase() {
        try {
            return LocalPostgres.start(postgres(), ports.of(DATABASE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void killDatabase() {
        var process = LocalPostgres.pid(postgres()).flatMap(ProcessHandle::of).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private Path postgres() {
        return directory.resolve(DATABASE);
    }

    @Override
    public void close() throws IOException {
        processes.values().forEach(ServiceProcess::stop);
        processes.values().forEach(ServiceProcess::await);
        LocalPostgres.stop(postgres());
    }
}
