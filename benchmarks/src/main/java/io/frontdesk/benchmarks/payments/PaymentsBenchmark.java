package io.frontdesk.benchmarks.payments;

import io.frontdesk.benchmarks.report.Table;
import io.frontdesk.benchmarks.service.Clients;
import io.frontdesk.benchmarks.service.Clients.Seen;
import io.frontdesk.benchmarks.service.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Payments a second with ledger and outbox, on a payment-service alone with its own PostgreSQL. The
 * service tells in {@code Server-Timing} what it waited for the provider, which is taken off.
 */
@Command(name = "payments", description = "Payments a second and their own latency.")
public final class PaymentsBenchmark implements Callable<Integer> {
    private static final Pattern PROVIDER = Pattern.compile("provider;dur=([0-9.]+)");
    private static final int STEADY = 150;

    @Option(names = "--seconds", defaultValue = "15", description = "A run's length (default 15).")
    private int seconds;

    @Option(names = "--clients", defaultValue = "16", description = "At once (default 16).")
    private int clients;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var service =
                        new ServiceProcess(
                                "payment-service",
                                List.of("--frontdesk.identity.mode=local"),
                                Map.of());
                var load = new Clients()) {
            var run = Duration.ofSeconds(seconds);
            load.closed(clients, run, number -> payment(service), PaymentsBenchmark::waited);
            var most =
                    load.closed(
                            clients, run, number -> payment(service), PaymentsBenchmark::waited);
            var steady =
                    load.steady(STEADY, run, number -> payment(service), PaymentsBenchmark::waited);
            var webhooks = new SignedWebhooks(service.address());
            var noticed = load.steady(STEADY, run, webhooks::request, PaymentsBenchmark::accepted);
            new Table("run", "a second", "p50 ms", "p99 ms", "own p50 ms", "own p99 ms")
                    .row(cells(clients + " payments at once", most))
                    .row(cells(STEADY + " payments a second", steady))
                    .row(cells(STEADY + " webhooks a second", noticed))
                    .print(System.out);
            System.out.println(
                    "aims: 150 payments a second with own p99 30 ms; webhooks with p99 50 ms");
        }
        return 0;
    }

    private static Object[] cells(String name, Seen seen) {
        return new Object[] {
            name,
            seen.perSecond(),
            seen.millis(seen.whole(), 50),
            seen.millis(seen.whole(), 99),
            seen.millis(seen.own(), 50),
            seen.millis(seen.own(), 99)
        };
    }

    private static HttpRequest payment(ServiceProcess service) {
        return HttpRequest.newBuilder(URI.create(service.address() + "/api/payments"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(
                        BodyPublishers.ofString(
                                """
                                {"amount":{"amount":"12.50","currency":"EUR"},"capture":"automatic",\
                                "paymentMethod":"pm_card_visa"}\
                                """))
                .build();
    }

    private static long waited(HttpResponse<String> answer) {
        if (answer.statusCode() != 201 || !answer.body().contains("\"captured\"")) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        var told = PROVIDER.matcher(answer.headers().firstValue("Server-Timing").orElse(""));
        if (!told.find()) {
            throw new IllegalStateException("The service does not tell what its provider took.");
        }
        return (long) (Double.parseDouble(told.group(1)) * 1000);
    }

    private static long accepted(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return 0;
    }
}
