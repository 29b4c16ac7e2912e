package io.frontdesk.starter.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL 17 server of this machine alone, in one directory, bound to loopback, with password
 * authentication. It outlives the process that started it, so that a killed app finds it again.
 */
public final class LocalPostgres {
    private static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ATTEMPT = Duration.ofSeconds(15);

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
    public static synchronized LocalPostgres start(Path directory, int port) throws IOException {
        var data = directory.toAbsolutePath();
        Files.createDirectories(data);
        try (var channel = open(beside(data, "lock"));
                var _ = channel.lock()) {
            discardUnfinished(data);
            if (port != 0 && PostmasterFile.process(data).isEmpty() && answers(port)) {
                throw new IOException("Port " + port + " is taken by another program");
            }
            var password = beside(data, "password");
            return Files.exists(password)
                    ? findOrLaunch(data, port, Files.readString(password))
                    : first(data, port, password);
        }
    }

    /** Ends the server of that directory at once but cleanly; nothing committed is lost. */
    public static void stop(Path directory) throws IOException {
        var process = PostmasterFile.process(directory.toAbsolutePath());
        if (process.isEmpty()) {
            return;
        }
        // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client to leave.
        var signal = new ProcessBuilder("kill", "-INT", String.valueOf(process.get().pid()));
        try {
            signal.start().waitFor();
            process.get().onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new IOException("The server in " + directory + " does not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the server of that directory answers. */
    public static boolean running(Path directory) {
        var data = directory.toAbsolutePath();
        return PostmasterFile.process(data)
                .flatMap(process -> PostmasterFile.port(data))
                .filter(LocalPostgres::answers)
                .isPresent();
    }

    /** The process id of the server of that directory, when it runs. */
    public static Optional<Long> pid(Path directory) {
        return PostmasterFile.process(directory.toAbsolutePath()).map(ProcessHandle::pid);
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

    /** A first start that was killed leaves half a cluster, which nobody has put a row into. */
    private static void discardUnfinished(Path data) throws IOException {
        var mark = beside(data, "unfinished");
        if (!Files.exists(mark)) {
            return;
        }
        stop(data);
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Files.createDirectories(data);
        Files.deleteIfExists(beside(data, "password"));
        Files.delete(mark);
    }

    private static LocalPostgres first(Path data, int port, Path password) throws IOException {
        try (var files = Files.list(data)) {
            if (files.findAny().isPresent()) {
                throw new IOException(
                        password + " is missing; without it nobody can use the server in " + data);
            }
        }
        var mark = Files.createFile(beside(data, "unfinished"));
        var secret = randomPassword();
        var server = launch(data, port, secret);
        requirePassword(data, server.getPort(), secret);
        writePrivately(password, secret);
        Files.delete(mark);
        return new LocalPostgres(server.getPort(), secret);
    }

    /** A server may still be recovering, or a killed one may hold its memory a moment more. */
    private static LocalPostgres findOrLaunch(Path data, int port, String secret)
            throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var process = PostmasterFile.process(data);
            try {
                if (process.isEmpty()) {
                    return new LocalPostgres(launch(data, port, secret).getPort(), secret);
                }
                var found = PostmasterFile.port(data);
                if (found.isPresent() && accepts(found.get(), secret)) {
                    return new LocalPostgres(found.get(), secret);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted", e);
            }
            if (System.nanoTime() > end) {
                throw new IOException("The server in " + data + " runs but does not answer");
            }
        }
    }

    private static EmbeddedPostgres launch(Path data, int port, String secret) throws IOException {
        // The library's lock would outlast the server; PostgreSQL has one of its own.
        Files.deleteIfExists(data.resolve("epg-lock"));
        var builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setPGStartupWait(ATTEMPT)
                        .setOutputRedirector(
                                ProcessBuilder.Redirect.appendTo(
                                        data.resolveSibling("postgres.log").toFile()))
                        .setConnectConfig("password", secret)
                        // The library switches both off, and an acknowledged row must survive a
                        // power cut, and even a kill: without the second it is not yet written.
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
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

    private static boolean accepts(int port, String secret) {
        var url = "jdbc:postgresql://localhost:" + port + "/postgres";
        try (var connection = DriverManager.getConnection(url, SUPERUSER, secret)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
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

    private static FileChannel open(Path lock) throws IOException {
        return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static Path beside(Path data, String suffix) {
        return data.resolveSibling(data.getFileName() + "." + suffix);
    }
}
