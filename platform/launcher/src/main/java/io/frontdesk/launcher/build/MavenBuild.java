package io.frontdesk.launcher.build;

import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.Console;
import io.frontdesk.launcher.checkout.FleetFailure;
import io.frontdesk.launcher.logs.LogTail;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Runs the checkout's Maven, showing what it is at while its whole output goes to a log. */
public final class MavenBuild {
    private static final Pattern MODULE =
            Pattern.compile("\\[INFO] Building (\\S+) \\S+\\s+\\[(\\d+)/(\\d+)].*");
    private static final int DOWNLOADS_A_LINE = 50;
    private static final int ERRORS_SHOWN = 25;

    private final Checkout checkout;
    private final Console console;

    public MavenBuild(Checkout checkout, Console console) {
        this.checkout = checkout;
        this.console = console;
    }

    /** Builds what is missing or older than its sources, and what it is made of. */
    public void bringUpToDate(List<String> modules) {
        var stale = new Modules(checkout).stale(modules);
        if (stale.isEmpty()) {
            return;
        }
        console.say(
                "Building "
                        + (stale.size() == 1 ? stale.getFirst() : stale.size() + " modules")
                        + " (the first time this downloads libraries and takes some minutes)");
        var arguments =
                List.of(
                        "-pl",
                        String.join(",", stale),
                        "-am",
                        "-Dmaven.test.skip=true",
                        "-Dspotless.check.skip",
                        "package");
        var log = checkout.log("build");
        try {
            Files.createDirectories(log.getParent());
            var process = process(arguments).redirectErrorStream(true).start();
            try (var lines = process.inputReader();
                    var copy = Files.newBufferedWriter(log)) {
                follow(lines.lines().iterator(), copy);
            }
            if (process.waitFor() != 0) {
                throw failure();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while building", e);
        }
    }

    /** Runs Maven with its output on the terminal. */
    public int passThrough(List<String> arguments) {
        try {
            return process(arguments).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while building", e);
        }
    }

    private ProcessBuilder process(List<String> arguments) {
        var command = new ArrayList<>(List.of(checkout.home().resolve("mvnw").toString(), "-B"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(checkout.home().toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private void follow(java.util.Iterator<String> lines, BufferedWriter copy) throws IOException {
        var downloads = 0;
        while (lines.hasNext()) {
            var line = lines.next();
            copy.write(line);
            copy.newLine();
            var module = MODULE.matcher(line);
            if (module.matches()) {
                console.say(
                        "  [" + module.group(2) + "/" + module.group(3) + "] " + module.group(1));
            } else if (line.contains("Downloaded from") && ++downloads % DOWNLOADS_A_LINE == 0) {
                console.say("  … " + downloads + " files downloaded");
            }
        }
    }

    private FleetFailure failure() {
        var log = checkout.log("build");
        var errors =
                LogTail.last(log, 400).stream()
                        .filter(line -> line.startsWith("[ERROR]"))
                        .limit(ERRORS_SHOWN)
                        .toList();
        errors.forEach(console::say);
        return new FleetFailure(
                "The build failed; its errors stand above.",
                "The whole output is in "
                        + log
                        + ". Without a network, the libraries must be there from an earlier"
                        + " build.");
    }
}
