package io.frontdesk.benchmarks;

import io.frontdesk.benchmarks.answers.AnswersBenchmark;
import io.frontdesk.benchmarks.bookings.BookingsBenchmark;
import io.frontdesk.benchmarks.gateway.GatewayBenchmark;
import io.frontdesk.benchmarks.ingest.IngestBenchmark;
import io.frontdesk.benchmarks.payments.PaymentsBenchmark;
import io.frontdesk.benchmarks.retrieval.RetrievalBenchmark;
import io.frontdesk.benchmarks.startup.StartupBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Each benchmark prints a table and the ratio that is promised. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the fleet on this machine.",
        subcommands = {
            StartupBenchmark.class,
            GatewayBenchmark.class,
            IngestBenchmark.class,
            RetrievalBenchmark.class,
            AnswersBenchmark.class,
            PaymentsBenchmark.class,
            BookingsBenchmark.class
        })
public final class BenchmarkApplication {
    private BenchmarkApplication() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(BenchmarkApplication.class).execute(args));
    }
}
