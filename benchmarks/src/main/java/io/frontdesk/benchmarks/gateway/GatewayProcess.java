package io.frontdesk.benchmarks.gateway;

import io.frontdesk.benchmarks.service.ServiceProcess;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A gateway of its own, with its own embedded database, in front of the benchmark's upstream. */
final class GatewayProcess {
    static final String KEY = "fd_benchmark-only-key-0000000000000000000000000";
    private static final String TENANT = "01930000-0000-7000-8000-00000000beec";

    private GatewayProcess() {}

    static ServiceProcess start(int upstream) throws IOException, InterruptedException {
        return new ServiceProcess(
                "gateway-service",
                List.of(
                        "--frontdesk.rate-limits.per-key.burst=1000000",
                        "--frontdesk.rate-limits.per-key.per-second=1000000",
                        "--frontdesk.rate-limits.per-tenant.burst=1000000",
                        "--frontdesk.rate-limits.per-tenant.per-second=1000000",
                        "--spring.cloud.discovery.client.simple.instances.rag-knowledge-service[0].uri="
                                + "http://127.0.0.1:"
                                + upstream),
                Map.of(
                        "FRONTDESK_BOOTSTRAP_OPERATORKEY",
                        KEY + "-operator",
                        "FRONTDESK_BOOTSTRAP_DEMOTENANTID",
                        TENANT,
                        "FRONTDESK_BOOTSTRAP_DEMOKEY",
                        KEY));
    }
}
