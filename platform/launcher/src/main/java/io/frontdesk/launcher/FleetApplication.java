package io.frontdesk.launcher;

import io.frontdesk.launcher.aot.TrainCommand;
import io.frontdesk.launcher.build.BenchCommand;
import io.frontdesk.launcher.build.TestCommand;
import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.Console;
import io.frontdesk.launcher.checkout.FleetFailure;
import io.frontdesk.launcher.demo.DemoCommand;
import io.frontdesk.launcher.doctor.DoctorCommand;
import io.frontdesk.launcher.logs.LogsCommand;
import io.frontdesk.launcher.secrets.SecretsCommand;
import io.frontdesk.launcher.shutdown.DownCommand;
import io.frontdesk.launcher.shutdown.ResetCommand;
import io.frontdesk.launcher.startup.RunCommand;
import io.frontdesk.launcher.startup.UpCommand;
import io.frontdesk.launcher.status.StatusCommand;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code ./fleet} command. */
@Command(
        name = "./fleet",
        synopsisSubcommandLabel = "<command>",
        description = "Builds, starts, shows and stops Frontdesk on this machine.",
        footer = {"", "Begin with ./fleet demo. State lives in .fleet/ and survives down and up."})
public final class FleetApplication {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    private FleetApplication() {}

    public static void main(String... arguments) {
        System.exit(commandLine(Checkout.current(), Console.standard()).execute(arguments));
    }

    static CommandLine commandLine(Checkout checkout, Console console) {
        var catalog = Catalog.fourteen();
        var clock = Clock.systemUTC();
        return new CommandLine(new FleetApplication())
                .addSubcommand(new DemoCommand(checkout, catalog, console, clock))
                .addSubcommand(new UpCommand(checkout, catalog, console, clock))
                .addSubcommand(new DownCommand(checkout, catalog, console))
                .addSubcommand(new StatusCommand(checkout, catalog, console))
                .addSubcommand(new LogsCommand(checkout, catalog, console))
                .addSubcommand(new RunCommand(checkout, catalog, console))
                .addSubcommand(passingOn(new TestCommand(checkout)))
                .addSubcommand(passingOn(new BenchCommand(checkout)))
                .addSubcommand(new DoctorCommand(checkout, catalog, console))
                .addSubcommand(new ResetCommand(checkout, catalog, console))
                .addSubcommand(new SecretsCommand(checkout, catalog, console, clock))
                .addSubcommand(new TrainCommand(checkout, catalog, console, clock))
                .setExecutionExceptionHandler((e, _, _) -> explain(e, console));
    }

    /** What follows is not for this command but for what it runs. */
    private static CommandLine passingOn(Object command) {
        return new CommandLine(command)
                .setUnmatchedOptionsArePositionalParams(true)
                .setStopAtPositional(true);
    }

    private static int explain(Exception problem, Console console) throws Exception {
        if (problem instanceof FleetFailure failure) {
            console.say(String.valueOf(failure.getMessage()));
            console.say(failure.remedy());
            return 1;
        }
        throw problem;
    }
}
