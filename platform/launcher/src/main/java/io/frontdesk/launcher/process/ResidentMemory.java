package io.frontdesk.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much physical memory a process holds. */
public final class ResidentMemory {
    private ResidentMemory() {}

    /** In mebibytes; empty when the process is gone. */
    public static OptionalLong megabytes(long pid) {
        var status = Path.of("/proc", String.valueOf(pid), "status");
        try {
            var kilobytes =
                    Files.exists(Path.of("/proc/self"))
                            ? fromStatus(Files.readString(status))
                            : fromPs(pid);
            return OptionalLong.of(kilobytes / 1024);
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static long fromStatus(String status) throws IOException {
        return status.lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .findFirst()
                .map(Long::parseLong)
                .orElseThrow(() -> new IOException("no VmRSS"));
    }

    private static long fromPs(long pid) throws IOException {
        var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
        try (var out = ps.getInputStream()) {
            return Long.parseLong(new String(out.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }
}
