package io.frontdesk.launcher.doctor;

import static io.frontdesk.launcher.doctor.Finding.Severity.FINE;
import static io.frontdesk.launcher.doctor.Finding.Severity.PROBLEM;
import static io.frontdesk.launcher.doctor.Finding.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.process.ProcessRecord;
import io.frontdesk.launcher.process.ProcessTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    @TempDir Path home;

    @Test
    void wantsAJdkThatIsNewEnough() {
        var here = Path.of(System.getProperty("java.home"));

        assertThat(Machine.jdk(21, here).severity()).isEqualTo(PROBLEM);
        assertThat(Machine.jdk(25, here).severity()).isEqualTo(FINE);
        assertThat(Machine.jdk(25, home).text()).contains("no compiler");
    }

    @Test
    void weighsDiskAndMemory() {
        assertThat(Machine.disk(1_000_000_000L).severity()).isEqualTo(PROBLEM);
        assertThat(Machine.disk(4_000_000_000L).severity()).isEqualTo(WARNING);
        assertThat(Machine.disk(90_000_000_000L).severity()).isEqualTo(FINE);
        assertThat(Machine.memory(4_000_000_000L).remedy()).contains("./fleet run");
    }

    @Test
    void namesWhoHoldsAPort() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = Map.of(server.getLocalPort(), "payment-service");
            var self = ProcessHandle.current().pid();

            assertThat(PortsInUse.look(ports, Set.of()))
                    .singleElement()
                    .satisfies(f -> assertThat(f.remedy()).contains("kill " + self));
            assertThat(PortsInUse.look(ports, Set.of(self)))
                    .singleElement()
                    .satisfies(f -> assertThat(f.severity()).isEqualTo(FINE));
        }
    }

    @Test
    void findsAndMendsStaleFiles() {
        var processes = new ProcessTable(home.resolve(".fleet/run"));
        processes.add(new ProcessRecord("payment-service", 1, Instant.EPOCH, 8011));
        var leftovers = new Leftovers(new Checkout(home));

        assertThat(leftovers.look(Catalog.fourteen()))
                .singleElement()
                .satisfies(f -> assertThat(f.subject()).isEqualTo("payment-service"));
        assertThat(leftovers.mend()).isEqualTo(1);
        assertThat(leftovers.look(Catalog.fourteen()))
                .singleElement()
                .satisfies(f -> assertThat(f.severity()).isEqualTo(FINE));
    }

    @Test
    void findsAServerThatDidNotEndCleanlyAndSecretsThatAreDamaged() throws IOException {
        Files.createDirectories(home.resolve(".fleet/postgres"));
        Files.writeString(home.resolve(".fleet/postgres/postmaster.pid"), "999999999\n");
        Files.writeString(home.resolve(".fleet/secrets.json"), "{");

        assertThat(new Leftovers(new Checkout(home)).look(Catalog.fourteen()))
                .extracting(Finding::subject)
                .containsExactlyInAnyOrder("Secrets", "PostgreSQL");
    }
}
