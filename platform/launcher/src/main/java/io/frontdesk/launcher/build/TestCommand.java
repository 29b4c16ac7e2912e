package io.frontdesk.launcher.build;

import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "test",
        description = "Builds everything and runs every test, also those of the whole fleet.")
public final class TestCommand implements Callable<Integer> {
    private final Checkout checkout;

    @Parameters(description = "Passed on to Maven.")
    private List<String> arguments = List.of();

    public TestCommand(Checkout checkout) {
        this.checkout = checkout;
    }

    @Override
    public Integer call() {
        var line = new ArrayList<>(List.of("-ntp", "verify"));
        line.addAll(arguments);
        return new MavenBuild(checkout, Console.standard()).passThrough(line);
    }
}
