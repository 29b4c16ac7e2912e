package io.frontdesk.launcher.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who listens on this machine's ports. */
public final class Ports {
    private static final String LISTENING = "0A";

    private Ports() {}

    public static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The process that listens there, when the system tells. */
    public static Optional<ProcessHandle> owner(int port) {
        var pid = Files.exists(Path.of("/proc/net/tcp")) ? fromProc(port) : fromLsof(port);
        return pid.flatMap(ProcessHandle::of);
    }

    /** For a message: {@code process 4711 (nginx)}, or that it cannot be told. */
    public static String ownerName(int port) {
        return owner(port)
                .map(process ->
                        "process "
                                + process.pid()
                                + process.info().command().map(c -> " (" + c + ")").orElse(""))
                .orElse("another process (whose name only the administrator may see)");
    }

    private static Optional<Long> fromProc(int port) {
        var inodes =
                Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                        .flatMap(Ports::lines)
                        .map(line -> line.strip().split("\\s+"))
                        .filter(fields -> listensOn(fields, port))
                        .map(fields -> "socket:[" + fields[9] + "]")
                        .collect(Collectors.toSet());
        return inodes.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .map(ProcessHandle::pid)
                        .filter(pid -> holds(pid, inodes))
                        .findFirst();
    }

    /** See proc_pid_net(5): address and port in hexadecimal, the state in the fourth column. */
    private static boolean listensOn(String[] fields, int port) {
        return fields.length > 9
                && fields[3].equals(LISTENING)
                && fields[1].endsWith(String.format(":%04X", port));
    }

    private static boolean holds(long pid, Set<String> inodes) {
        try (var files = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
            return files.anyMatch(file -> inodes.contains(target(file)));
        } catch (IOException e) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Optional<Long> fromLsof(int port) {
        try {
            var lsof =
                    new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
                            .start();
            try (var out = lsof.getInputStream()) {
                return new String(out.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .map(Long::parseLong);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
