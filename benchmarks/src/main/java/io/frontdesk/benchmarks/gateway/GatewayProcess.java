package io.frontdesk.benchmarks.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A gateway of its own, with its own embedded database, in front of the benchmark's upstream. */
final class GatewayProcess implements AutoCloseable {
    static final String KEY = "fd_benchmark-only-key-0000000000000000000000000";
    private static final String TENANT = "01930000-0000-7000-8000-00000000beec";
    private static final String JAR = "gateway-service/target/gateway-service-0.1.0-SNAPSHOT.jar";
    private static final int START_SECONDS = 120;

    private final Process process;
    private final Path log;

    GatewayProcess(Path home, Path directory, int port, int upstream) throws IOException {
        var jar = home.resolve(JAR);
        if (!Files.exists(jar)) {
            throw new IOException("The gateway is not built: run ./fleet up once.");
        }
        log = directory.resolve("gateway.log");
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-jar",
                        jar.toString(),
                        "--server.port=" + port,
                        "--frontdesk.state.directory=" + directory,
                        "--frontdesk.rate-limits.per-key.burst=1000000",
                        "--frontdesk.rate-limits.per-key.per-second=1000000",
                        "--frontdesk.rate-limits.per-tenant.burst=1000000",
                        "--frontdesk.rate-limits.per-tenant.per-second=1000000",
                        "--spring.cloud.discovery.client.simple.instances.rag-knowledge-service[0].uri="
                                + "http://127.0.0.1:"
                                + upstream);
        builder.environment().put("FRONTDESK_BOOTSTRAP_OPERATORKEY", KEY + "-operator");
        builder.environment().put("FRONTDESK_BOOTSTRAP_DEMOTENANTID", TENANT);
        builder.environment().put("FRONTDESK_BOOTSTRAP_DEMOKEY", KEY);
        process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    void awaitReady(int port) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:" + port + "/actuator/health/readiness"))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < START_SECONDS * 4; i++) {
                if (!process.isAlive()) {
                    break;
                }
                try {
                    if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // Not listening yet.
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
            }
        }
        throw new IOException("The gateway did not start:\n" + end(Files.readAllLines(log)));
    }

    private static String end(List<String> lines) {
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
