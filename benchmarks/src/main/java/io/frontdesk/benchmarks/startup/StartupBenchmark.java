package io.frontdesk.benchmarks.startup;

import io.frontdesk.benchmarks.report.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * From built jars to all fourteen healthy, and the memory they then hold. Stops a running fleet
 * first, and leaves it running.
 */
@Command(name = "startup", description = "Time to fourteen healthy services, and their memory.")
public final class StartupBenchmark implements Callable<Integer> {
    @Option(names = "--rounds", defaultValue = "2", description = "Starts (default 2).")
    private int rounds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var runs = new Table("start", "seconds", "resident MB", "of it PostgreSQL", "AOT caches");
        var services = new Table("service", "own seconds", "ready after", "resident MB");
        for (int round = 1; round <= rounds; round++) {
            fleet("down");
            var timings = new JsonMapper().readTree(json(fleet("up", "--timings")));
            runs.row(
                    round,
                    timings.path("totalSeconds").asDouble(),
                    timings.path("residentMegabytes").asLong(),
                    timings.path("postgresMegabytes").asLong(),
                    timings.path("trainedCaches").asInt());
            if (round == rounds) {
                timings.path("services").forEach(service -> add(services, service));
            }
        }
        services.print(System.out);
        System.out.println();
        runs.print(System.out);
        System.out.println("promised: 60 s with warm caches, 150 s cold; 4096 MB");
        return 0;
    }

    private static void add(Table table, JsonNode service) {
        table.row(
                service.path("service").asString(),
                service.path("startSeconds").asDouble(),
                service.path("readySeconds").asDouble(),
                service.path("residentMegabytes").asLong());
    }

    private static String json(String output) throws IOException {
        var start = output.indexOf('{');
        if (start < 0) {
            throw new IOException("No timings in:\n" + output);
        }
        return output.substring(start);
    }

    private static String fleet(String... arguments) throws IOException, InterruptedException {
        var home = Path.of(System.getProperty("frontdesk.home", ".")).toAbsolutePath();
        var command = new ArrayList<>(List.of(home.resolve("fleet").toString()));
        command.addAll(List.of(arguments));
        var process =
                new ProcessBuilder(command)
                        .directory(home.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed:\n" + output);
        }
        return output;
    }
}
