package io.frontdesk.benchmarks.service;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One service alone, from its built jar, with its own embedded database. */
public final class ServiceProcess implements AutoCloseable {
    private static final int START_SECONDS = 120;
    private static final int POLL_MILLIS = 250;
    private static final int LAST_LINES = 20;

    private final String service;
    private final int port;
    private final Temporary directory;
    private final Process process;
    private final Path log;

    /**
     * Starts it and waits until it is ready.
     *
     * @param settings added to its command line
     */
    public ServiceProcess(String service, List<String> settings, Map<String, String> environment)
            throws IOException, InterruptedException {
        this.service = service;
        var home = Path.of(System.getProperty("frontdesk.home", "."));
        var jar = home.resolve(service + "/target/" + service + "-0.1.0-SNAPSHOT.jar");
        if (!Files.exists(jar)) {
            throw new IOException(service + " is not built: run ./fleet up once.");
        }
        port = freePort();
        directory = Temporary.named(service);
        log = directory.path().resolve(service + ".log");
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseCompactObjectHeaders",
                                "-XX:+UseSerialGC",
                                "-Xmx256m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-jar",
                                jar.toString(),
                                "--server.port=" + port,
                                "--frontdesk.state.directory=" + directory.path()));
        command.addAll(settings);
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            awaitReady();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    public String address() {
        return "http://localhost:" + port;
    }

    /** Where it keeps its files. */
    public Path state() {
        return directory.path();
    }

    private void awaitReady() throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(address() + "/actuator/health/readiness"))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < START_SECONDS * 1000 / POLL_MILLIS && process.isAlive(); i++) {
                try {
                    if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // Not listening yet.
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
            }
        }
        throw new IOException(service + " did not start:\n" + end(Files.readAllLines(log)));
    }

    private static String end(List<String> lines) {
        return String.join(
                "\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Gracefully, so that its database ends with it. */
    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
        process.destroyForcibly();
        directory.close();
    }
}
