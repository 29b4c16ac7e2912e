package io.frontdesk.starter.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class LocalPostgresTest {
    private Path directory = Path.of("");
    private LocalPostgres server;

    @BeforeAll
    void startTheServer() throws Exception {
        directory = Files.createTempDirectory("frontdesk-test").resolve("postgres");
        // What a first start leaves that was killed while it made the cluster.
        Files.createDirectories(directory.resolve("base"));
        Files.writeString(directory.resolve("PG_VERSION"), "17");
        Files.createFile(directory.resolveSibling("postgres.unfinished"));
        server = LocalPostgres.start(directory, 0);
        try (var connection = connect()) {
            SharedPostgres.run(connection, "create table kept (id int primary key)");
        }
    }

    @AfterAll
    void stopTheServer() {
        SharedPostgres.stop(directory);
    }

    @Test
    void beginsAnewAfterAFirstStartThatWasKilled() {
        assertThat(directory.resolveSibling("postgres.unfinished")).doesNotExist();
        assertThat(LocalPostgres.running(directory)).isTrue();
    }

    @Test
    void findsTheRunningServerAtASecondStart() throws IOException {
        var pid = LocalPostgres.pid(directory);
        var again = LocalPostgres.start(directory, 0);
        assertThat(LocalPostgres.pid(directory)).isPresent().isEqualTo(pid);
        assertThat(again.port()).isEqualTo(server.port());
        assertThat(again.password()).isEqualTo(server.password());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fsync", "synchronous_commit", "full_page_writes", "data_sync_retry=off"})
    void writesARowBeforeItAcknowledgesIt(String setting) throws SQLException {
        var parts = setting.split("=", -1);
        try (var connection = connect()) {
            assertThat(SharedPostgres.ask(connection, "show " + parts[0]))
                    .isEqualTo(parts.length > 1 ? parts[1] : "on");
        }
    }

    @Test
    void keepsAcknowledgedRowsWhenItIsKilled() throws Exception {
        var id = 0;
        try (var connection = connect()) {
            for (; id < 500; id++) {
                SharedPostgres.run(connection, "insert into kept values (" + id + ")");
            }
            kill();
        } catch (SQLException e) {
            assertThat(id).isEqualTo(500);
        }
        assertThat(LocalPostgres.running(directory)).isFalse();
        server = LocalPostgres.start(directory, 0);
        try (var connection = connect()) {
            assertThat(SharedPostgres.ask(connection, "select count(*) from kept"))
                    .isEqualTo("500");
        }
    }

    @Test
    void startsOnceForTwoWhoStartItTogether() throws Exception {
        LocalPostgres.stop(directory);
        assertThat(LocalPostgres.running(directory)).isFalse();
        assertThat(LocalPostgres.pid(directory)).isEmpty();
        Callable<LocalPostgres> start = () -> LocalPostgres.start(directory, 0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(start);
            var second = threads.submit(start);
            server = first.get();
            assertThat(second.get().port()).isEqualTo(server.port());
        }
        try (var connection = connect()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"postgres, ''", "postgres, wrong", "root, ''"})
    void refusesAConnectionWithoutThePassword(String user, String password) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> open(user, password).close())
                .extracting(SQLException::getSQLState)
                .isIn("28P01", "28000", "08004");
    }

    @Test
    void isHeardOnThisMachineAlone() throws SQLException {
        try (var connection = connect()) {
            assertThat(SharedPostgres.ask(connection, "show listen_addresses"))
                    .isEqualTo("localhost");
            assertThat(SharedPostgres.ask(connection, "show max_connections")).isEqualTo("250");
        }
    }

    @Test
    void hidesThePasswordFromOtherUsers() throws IOException {
        var file = directory.resolveSibling("postgres.password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(server.password()).hasSizeGreaterThan(20);
    }

    @Test
    void saysThatThePortIsTaken(@TempDir Path other) throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatIOException()
                    .isThrownBy(
                            () -> LocalPostgres.start(other.resolve("pg"), taken.getLocalPort()))
                    .withMessageContaining("Port " + taken.getLocalPort() + " is taken");
        }
        assertThat(other.resolve("pg.password")).doesNotExist();
    }

    @Test
    void touchesNoRowsWhosePasswordIsLost(@TempDir Path other) throws IOException {
        var data = Files.createDirectories(other.resolve("pg"));
        Files.writeString(data.resolve("PG_VERSION"), "17");
        assertThatIOException()
                .isThrownBy(() -> LocalPostgres.start(data, 0))
                .withMessageContaining("pg.password is missing");
        assertThat(data.resolve("PG_VERSION")).exists();
    }

    @Test
    void stopsNobodyElse(@TempDir Path other) throws IOException {
        var data = Files.createDirectories(other.resolve("pg"));
        var self = ProcessHandle.current().pid();
        Files.writeString(data.resolve("postmaster.pid"), self + "\n" + data + "\n0\n1\n");
        assertThat(LocalPostgres.pid(data)).isEmpty();
        assertThat(LocalPostgres.running(data)).isFalse();
        LocalPostgres.stop(data);
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    private void kill() {
        var postmaster =
                LocalPostgres.pid(directory).flatMap(ProcessHandle::of).stream()
                        .flatMap(process -> Stream.of(process))
                        .toList();
        assertThat(postmaster).hasSize(1);
        assertThat(postmaster.getFirst().destroyForcibly()).isTrue();
        postmaster.getFirst().onExit().join();
    }

    private Connection connect() throws SQLException {
        return open(server.superuser(), server.password());
    }

    private Connection open(String user, String password) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("postgres"), user, password);
    }
}
