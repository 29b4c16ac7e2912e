package io.frontdesk.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetApplicationTest {
    @TempDir Path home;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void listsItsCommands() {
        assertThat(fleet("--help")).isZero();
        assertThat(output())
                .contains(
                        "demo", "up", "down", "status", "logs", "run", "test", "bench", "doctor",
                        "reset", "secrets")
                .doesNotContain("train");
    }

    @Test
    void suggestsACommand() {
        assertThat(fleet("statsu")).isEqualTo(2);
        assertThat(output()).contains("status");
    }

    @Test
    void suggestsAService() {
        assertThat(fleet("run", "gatewy")).isEqualTo(1);
        assertThat(output())
                .contains("There is no service \"gatewy\"", "Did you mean gateway-service?");
    }

    @Test
    void asksForTheServiceThatIsMissing() {
        assertThat(fleet("logs")).isEqualTo(2);
        assertThat(output()).contains("<service>");
    }

    @Test
    void tellsThatNothingRuns() {
        assertThat(fleet("status")).isEqualTo(3);
        assertThat(output()).contains("0 of 15 ready");
    }

    @Test
    void stopsNothingWhereNothingRuns() {
        assertThat(fleet("down")).isZero();
        assertThat(output()).contains("The fleet is not running.");
    }

    @Test
    void erasesItsStateWhenToldSo() {
        fleet("down");
        assertThat(fleet("reset", "--yes")).isZero();
        assertThat(home.resolve(".fleet")).doesNotExist();
        assertThat(fleet("reset")).isZero();
        assertThat(output()).contains("There is nothing to erase.");
    }

    @Test
    void writesSecretsForCompose() {
        assertThat(fleet("secrets", "deploy/secrets")).isZero();
        assertThat(home.resolve("deploy/secrets"))
                .isDirectoryContaining("glob:**/*-service.env")
                .isDirectoryContaining("glob:**/postgres-init.sql");
    }

    private int fleet(String... arguments) {
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        var writer = new PrintWriter(out, true, StandardCharsets.UTF_8);
        return FleetApplication.commandLine(new Checkout(home), new Console(out, out))
                .setOut(writer)
                .setErr(writer)
                .execute(arguments);
    }

    private String output() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
