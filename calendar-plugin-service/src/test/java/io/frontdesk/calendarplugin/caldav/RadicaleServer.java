package io.frontdesk.calendarplugin.caldav;

import io.frontdesk.test.need.Need;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A real CalDAV server on a free port of this machine, with its calendars in a folder. */
public final class RadicaleServer implements AutoCloseable {
    public static final String USER = "anna@example.com";
    public static final String PASSWORD = "app-password: wörd";
    private static final Path PROGRAM = Path.of("/usr/bin/radicale");

    private final Path folder;
    private final int port;
    private final Process process;

    private RadicaleServer(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Starts one; where the program is missing the test is skipped, saying so. */
    public static RadicaleServer start() {
        Need.of(Files.isExecutable(PROGRAM), "Radicale (Debian package radicale) is not installed");
        try {
            int port = freePort();
            var folder = Files.createTempDirectory("radicale");
            var users = Files.writeString(folder.resolve("users"), USER + ":" + PASSWORD + "\n");
            var settings =
                    """
                    [server]
                    hosts = 127.0.0.1:%d
                    [auth]
                    type = htpasswd
                    htpasswd_filename = %s
                    htpasswd_encryption = plain
                    delay = 0
                    [storage]
                    filesystem_folder = %s
                    [logging]
                    level = warning
                    """
                            .formatted(port, users, folder.resolve("storage"));
            var file = Files.writeString(folder.resolve("config"), settings);
            var process =
                    new ProcessBuilder(PROGRAM.toString(), "--config", file.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("log").toFile())
                            .start();
            var server = new RadicaleServer(folder, port, process);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(server::answers);
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** A new calendar of the user; answers its path. */
    public String newCalendar() {
        var path = "/" + USER + "/" + UUID.randomUUID() + "/";
        var made = send("MKCALENDAR", path, "");
        if (made != 201) {
            throw new IllegalStateException("no calendar was made: " + made);
        }
        return path;
    }

    /** What somebody else does. */
    public int send(String method, String path, String body) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request(method, path, body), BodyHandlers.ofString()).statusCode();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public String get(String path) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request("GET", path, ""), BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The server forgets the sync tokens that it gave. */
    public void forgetTokens() {
        try (var files = Files.walk(folder.resolve("storage"))) {
            files.filter(file -> file.toString().contains("/sync-token/"))
                    .forEach(file -> file.toFile().delete());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean answers() {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request("OPTIONS", "/", ""), BodyHandlers.discarding()).statusCode()
                    < 500;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest request(String method, String path, String body) {
        var pair = (USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(address().resolve(path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "text/calendar; charset=utf-8")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
                .build();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
