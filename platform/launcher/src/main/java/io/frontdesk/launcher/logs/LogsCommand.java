package io.frontdesk.launcher.logs;

import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.Console;
import io.frontdesk.launcher.checkout.FleetFailure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Shows a service's log, readable.")
public final class LogsCommand implements Callable<Integer> {
    private static final int POLL_MILLIS = 300;

    private final Checkout checkout;
    private final Catalog catalog;
    private final Console console;
    private final LogLine lines = new LogLine(ZoneId.systemDefault());

    @Parameters(
            paramLabel = "<service>",
            description = "With or without -service; also: build, aot.")
    private String service = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on showing what is written, also after the service was restarted.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "200",
            description = "How many lines to begin with (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--raw", description = "As written, in JSON.")
    private boolean raw;

    public LogsCommand(Checkout checkout, Catalog catalog, Console console) {
        this.checkout = checkout;
        this.catalog = catalog;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var name =
                service.equals("build") || service.equals("aot")
                        ? service
                        : catalog.named(service).name();
        var log = checkout.log(name);
        if (!Files.exists(log) && !follow) {
            throw new FleetFailure(name + " has no log yet.", "Start the fleet with ./fleet up.");
        }
        var from = Files.exists(log) ? Files.size(log) : 0;
        LogTail.last(log, count).forEach(this::show);
        if (follow) {
            follow(log, from);
        }
        return 0;
    }

    /** A restart appends to the same file; a shorter file was begun anew. */
    private void follow(Path log, long from) throws IOException, InterruptedException {
        var position = from;
        while (true) {
            var length = Files.exists(log) ? Files.size(log) : 0;
            position = length < position ? 0 : position;
            if (length > position) {
                position += showWholeLines(read(log, position, length));
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** What follows the last line end is still being written. */
    private int showWholeLines(byte[] bytes) {
        var end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        new String(bytes, 0, end, StandardCharsets.UTF_8).lines().forEach(this::show);
        return end;
    }

    private static byte[] read(Path log, long from, long to) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            var bytes = new byte[(int) (to - from)];
            file.readFully(bytes);
            return bytes;
        }
    }

    private void show(String line) {
        console.result(raw ? line : lines.readable(line));
    }
}
