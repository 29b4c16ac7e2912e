package io.frontdesk.benchmarks.gateway;

import io.frontdesk.benchmarks.report.Table;
import io.frontdesk.benchmarks.service.ServiceProcess;
import io.frontdesk.benchmarks.service.Temporary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Requests per second through the gateway with API key, internal token and rate limit on, against
 * nginx as a plain proxy of the same upstream; then the latency of both at about half of the
 * gateway's rate. Rounds alternate, so that a slow moment of the machine hits both.
 */
@Command(name = "gateway", description = "The gateway against nginx (needs nginx and wrk).")
public final class GatewayBenchmark implements Callable<Integer> {
    private static final int FEW = 2;
    private static final String PATH = "/api/knowledge/bases";
    private static final String AUTHORIZATION = "Bearer " + GatewayProcess.KEY;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds (default 3).")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "8", description = "A run's length (default 8).")
    private int seconds;

    @Option(names = "--connections", defaultValue = "32", description = "Default 32.")
    private int connections;

    @Override
    public Integer call() throws IOException, InterruptedException {
        int upstream = ServiceProcess.freePort();
        int proxy = ServiceProcess.freePort();
        try (var directory = Temporary.named("nginx");
                var nginx =
                        new Nginx(directory.path(), upstream, proxy, ServiceProcess.freePort());
                var gateway = GatewayProcess.start(upstream)) {
            measure(
                    nginx.proxyUrl() + PATH,
                    nginx.tunedUrl() + PATH,
                    gateway.address().replace("localhost", "127.0.0.1") + PATH);
        }
        return 0;
    }

    private void measure(String nginx, String tuned, String gateway)
            throws IOException, InterruptedException {
        var headers = List.of("Authorization: " + AUTHORIZATION);
        new Wrk(connections, 5 * seconds).requestsPerSecond(gateway, headers); // compiled by now
        var load = new Wrk(connections, seconds);
        var throughput =
                new Table("round", "nginx req/s", "nginx tuned", "gateway", "ratio", "to tuned");
        var ratios = new ArrayList<Double>();
        for (int round = 1; round <= rounds; round++) {
            var plain = load.requestsPerSecond(nginx, headers);
            var ours = load.requestsPerSecond(gateway, headers);
            var kept = load.requestsPerSecond(tuned, headers);
            ratios.add(ours / plain);
            throughput.row(
                    round,
                    Math.round(plain),
                    Math.round(kept),
                    Math.round(ours),
                    ours / plain,
                    ours / kept);
        }
        throughput.print(System.out);
        System.out.printf("median ratio %.3f (promised 0.25, aim 0.35)%n%n", median(ratios));
        latencies(nginx, gateway, headers);
    }

    /** With so few connections that the gateway does about half of what it can. */
    private void latencies(String nginx, String gateway, List<String> headers)
            throws IOException, InterruptedException {
        var load = new Wrk(FEW, seconds);
        var plain = load.run(nginx, headers);
        var ours = load.run(gateway, headers);
        System.out.printf("Latency with %d connections, milliseconds:%n", FEW);
        var table = new Table("", "requests/s", "p50", "p99");
        table.row("nginx", Math.round(plain.requestsPerSecond()), plain.p50(), plain.p99());
        table.row("gateway", Math.round(ours.requestsPerSecond()), ours.p50(), ours.p99());
        table.row("added", "", ours.p50() - plain.p50(), ours.p99() - plain.p99());
        table.print(System.out);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
