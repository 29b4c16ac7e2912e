package io.frontdesk.launcher.aot;

import io.frontdesk.launcher.build.AppLayouts;
import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.catalog.Service;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.Console;
import io.frontdesk.launcher.checkout.FileTree;
import io.frontdesk.launcher.database.FleetDatabase;
import io.frontdesk.launcher.process.OwnProcesses;
import io.frontdesk.launcher.secrets.SecretStore;
import io.frontdesk.launcher.secrets.Secrets;
import io.frontdesk.launcher.secrets.ServiceEnvironment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Trains the missing caches one by one: each service is started up to its refreshed context, on a
 * database and state folder of its own, without a port, and ends there. Nothing of the running
 * fleet is touched.
 */
final class Training {
    private static final String DATABASE = "frontdesk_training";
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Checkout checkout;
    private final AppLayouts layouts;
    private final AotCaches caches;
    private final Console console;
    private final Clock clock;

    Training(Checkout checkout, Console console, Clock clock) {
        this.checkout = checkout;
        this.layouts = new AppLayouts(checkout);
        this.caches = new AotCaches(checkout, layouts);
        this.console = console;
        this.clock = clock;
    }

    void train(Catalog catalog) throws IOException, InterruptedException, SQLException {
        var missing = catalog.services().stream().filter(s -> caches.usable(s).isEmpty()).toList();
        if (missing.isEmpty()) {
            return;
        }
        var secrets = new SecretStore(checkout.state(), clock).foundOrNew();
        var database = FleetDatabase.start(checkout.postgres(), secrets);
        try {
            FileTree.delete(caches.drafts());
            database.drop(DATABASE);
            database.create(DATABASE);
            for (var service : missing) {
                database.provision(DATABASE, service);
                train(service, secrets, database.url(DATABASE));
            }
        } finally {
            database.drop(DATABASE);
            FileTree.delete(caches.drafts());
        }
    }

    private void train(Service service, Secrets secrets, String url)
            throws IOException, InterruptedException {
        var started = clock.instant();
        var workspace = caches.drafts().resolve(service.name());
        Files.createDirectories(workspace);
        var builder = new ProcessBuilder(command(service)).directory(workspace.toFile());
        builder.environment().putAll(environment(service, secrets, url));
        var process = builder.inheritIO().start();
        process.getOutputStream().close();
        var done = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (done && process.exitValue() == 0 && Files.exists(caches.draft(service))) {
            caches.accept(service);
            console.say(
                    service.name()
                            + ": trained in "
                            + Console.seconds(Duration.between(started, clock.instant())));
        } else {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            console.say(service.name() + ": training failed; it starts without a cache");
        }
    }

    private List<String> command(Service service) {
        var command =
                new ArrayList<>(List.of(Checkout.java().toString(), OwnProcesses.mark(checkout)));
        command.addAll(service.jvmOptions());
        command.add("-XX:AOTCacheOutput=" + caches.draft(service));
        // It would name each class that it cannot keep.
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
        command.add("-Dspring.context.exit=onRefresh");
        command.addAll(List.of("-jar", layouts.jar(service.name()).toString()));
        return command;
    }

    private Map<String, String> environment(Service service, Secrets secrets, String url)
            throws IOException {
        var environment = new TreeMap<>(ServiceEnvironment.of(service.name(), secrets, url));
        environment.put("SERVER_PORT", "0");
        environment.put(
                "FRONTDESK_STATE_DIRECTORY", caches.drafts().resolve(service.name()).toString());
        environment.put("FRONTDESK_CONFIG_LOCATION", checkout.home().resolve("config").toString());
        environment.put("EUREKA_CLIENT_REGISTERWITHEUREKA", "false");
        if (service.name().equals("orchestration-service")) {
            environment.put("FRONTDESK_BROKER_PORT", String.valueOf(freePort()));
        }
        return environment;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
