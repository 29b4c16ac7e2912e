package io.frontdesk.launcher.build;

import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.Console;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        description =
                "Runs a benchmark: startup, gateway, ingest, retrieval, answers, payments or bookings,"
                        + " with its own options.")
public final class BenchCommand implements Callable<Integer> {
    private static final String MODULE = "benchmarks";
    // What the benchmarks start on their own.
    private static final List<String> MEASURED =
            List.of(
                    MODULE,
                    "gateway-service",
                    "rag-core-service",
                    "rag-knowledge-service",
                    "payment-service",
                    "calendar-integration-service");

    private final Checkout checkout;

    @Parameters(
            arity = "1..*",
            paramLabel = "<name> [options]",
            description = "The benchmark and what it takes.")
    private List<String> arguments = List.of();

    public BenchCommand(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        new MavenBuild(checkout, Console.standard().aside()).bringUpToDate(MEASURED);
        var command =
                new ArrayList<>(
                        List.of(
                                Checkout.java().toString(),
                                "-Dfrontdesk.home=" + checkout.home(),
                                "-Dstdout.encoding=UTF-8",
                                "--enable-native-access=ALL-UNNAMED",
                                "-jar",
                                new Modules(checkout).jar(MODULE).toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
