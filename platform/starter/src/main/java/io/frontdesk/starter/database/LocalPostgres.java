package io.frontdesk.starter.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL 17 server of this machine alone, in one directory, bound to loopback, with password
 * authentication. It outlives the process that started it, so that a killed app finds it again.
 */
public final class LocalPostgres {
    private static final String SUPERUSER = "postgres";
    private static final Duration START_WAIT = Duration.ofSeconds(60);

    private final int port;
    private final String password;

    private LocalPostgres(int port, String password) {
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server of that directory, or finds it running.
     *
     * @param port the port to listen on; 0 takes a free one
     * @throws IOException when the directory cannot be used or the server does not come up
     */
    public static LocalPostgres start(Path directory, int port) throws IOException {
        var data = directory.toAbsolutePath();
        Files.createDirectories(data);
        var passwordFile = data.resolveSibling(data.getFileName() + ".password");
        var running = runningPort(data);
        if (running.isPresent()) {
            return new LocalPostgres(running.get(), Files.readString(passwordFile));
        }
        var fresh = !Files.exists(passwordFile);
        var secret = fresh ? randomPassword() : Files.readString(passwordFile);
        var server = launch(data, port, secret);
        if (fresh) {
            requirePassword(data, server.getPort(), secret);
            writePrivately(passwordFile, secret);
        }
        return new LocalPostgres(server.getPort(), secret);
    }

    /** Ends the server of that directory at once but cleanly; nothing committed is lost. */
    public static void stop(Path directory) throws IOException {
        var process = process(directory.toAbsolutePath());
        if (process.isEmpty()) {
            return;
        }
        // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client to leave.
        var signal = new ProcessBuilder("kill", "-INT", String.valueOf(process.get().pid()));
        try {
            signal.start().waitFor();
            process.get().onExit().orTimeout(30, java.util.concurrent.TimeUnit.SECONDS).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the server of that directory answers. */
    public static boolean running(Path directory) {
        return runningPort(directory.toAbsolutePath()).isPresent();
    }

    /** The process id of the server of that directory, when it runs. */
    public static Optional<Long> pid(Path directory) {
        return process(directory.toAbsolutePath()).map(ProcessHandle::pid);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    public String superuser() {
        return SUPERUSER;
    }

    public String password() {
        return password;
    }

    private static EmbeddedPostgres launch(Path data, int port, String secret) throws IOException {
        var builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setPGStartupWait(START_WAIT)
                        .setOutputRedirector(
                                ProcessBuilder.Redirect.appendTo(
                                        data.resolveSibling("postgres.log").toFile()))
                        .setConnectConfig("password", secret)
                        // The library switches it off, and an acknowledged row must survive a
                        // power cut.
                        .setServerConfig("fsync", "on")
                        .setServerConfig("listen_addresses", "localhost")
                        .setServerConfig("unix_socket_directories", "''")
                        .setServerConfig("max_connections", "250")
                        .setServerConfig("shared_buffers", "64MB")
                        .setServerConfig("password_encryption", "scram-sha-256");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    private static void requirePassword(Path data, int port, String secret) throws IOException {
        var url = "jdbc:postgresql://localhost:" + port + "/postgres";
        try (var connection = DriverManager.getConnection(url, SUPERUSER, secret);
                var statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + secret + "'");
            Files.writeString(data.resolve("pg_hba.conf"), "host all all all scram-sha-256\n");
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("Could not set the password of " + data, e);
        }
    }

    private static Optional<Integer> runningPort(Path data) {
        return process(data).flatMap(process -> port(data)).filter(LocalPostgres::answers);
    }

    private static Optional<ProcessHandle> process(Path data) {
        return pidFile(data)
                .flatMap(lines -> ProcessHandle.of(Long.parseLong(lines.get(0).strip())))
                .filter(LocalPostgres::isPostgres);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info().command().map(c -> c.endsWith("postgres")).orElse(true);
    }

    private static Optional<Integer> port(Path data) {
        return pidFile(data)
                .filter(lines -> lines.size() > 3)
                .map(lines -> Integer.parseInt(lines.get(3).strip()));
    }

    private static Optional<List<String>> pidFile(Path data) {
        try {
            var lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }
}
