package io.frontdesk.launcher.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A CalDAV server of its own (Radicale, where it is installed), which ends with the scene. */
final class LocalCalDav implements AutoCloseable {
    /** The one that the fleet's settings allow without TLS. */
    static final int PORT = 5232;

    private static final String USER = "ada";
    private static final int ATTEMPTS = 100;
    private static final int POLL_MILLIS = 100;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String password = UUID.randomUUID().toString();
    private final Path folder;
    private final Process process;

    private LocalCalDav(Path program) throws IOException {
        folder = Files.createTempDirectory("frontdesk-caldav");
        Files.writeString(folder.resolve("users"), USER + ":" + password + "\n");
        var settings = folder.resolve("settings");
        Files.writeString(
                settings,
                """
                [server]
                hosts = localhost:%d
                [auth]
                type = htpasswd
                htpasswd_filename = %s
                htpasswd_encryption = plain
                [storage]
                filesystem_folder = %s
                """
                        .formatted(PORT, folder.resolve("users"), folder.resolve("calendars")));
        process =
                new ProcessBuilder(program.toString(), "--config", settings.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
    }

    static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(directory -> Path.of(directory, "radicale"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static LocalCalDav start(Path program) throws IOException, InterruptedException {
        var server = new LocalCalDav(program);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                server.send("GET", "/.web/", "");
                return server;
            } catch (IOException notYet) {
                Thread.sleep(POLL_MILLIS);
            }
        }
        server.close();
        throw new IOException("Radicale did not start");
    }

    String address() {
        return "http://localhost:" + PORT + "/";
    }

    String user() {
        return USER;
    }

    String password() {
        return password;
    }

    /** Makes a calendar and returns its path. */
    String calendar(String name) throws IOException, InterruptedException {
        var path = "/" + USER + "/" + name + "/";
        send("MKCALENDAR", path, "");
        return path;
    }

    void put(String calendar, String uid, String event) throws IOException, InterruptedException {
        send("PUT", calendar + uid + ".ics", event);
    }

    /** The whole calendar as iCalendar text. */
    String read(String calendar) throws IOException, InterruptedException {
        return send("GET", calendar, "");
    }

    private String send(String method, String path, String body)
            throws IOException, InterruptedException {
        var credentials = (USER + ":" + password).getBytes(StandardCharsets.UTF_8);
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + path))
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(credentials))
                        .header("Content-Type", "text/calendar; charset=utf-8")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
