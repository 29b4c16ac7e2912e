package io.frontdesk.launcher.logs;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file. */
public final class LogTail {
    private static final int BYTES_A_LINE = 4096;

    private LogTail() {}

    /** The last lines, oldest first; none when there is no such file. */
    public static List<String> last(Path log, int count) {
        return last(log, count, 0);
    }

    /** The last lines of what follows a byte position. */
    public static List<String> last(Path log, int count, long from) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var since = Math.max(0, file.length() - from);
            var wanted = Math.min(since, (long) count * BYTES_A_LINE);
            file.seek(file.length() - wanted);
            var bytes = new byte[(int) wanted];
            file.readFully(bytes);
            var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
