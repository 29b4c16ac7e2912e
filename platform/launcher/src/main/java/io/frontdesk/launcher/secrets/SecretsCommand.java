package io.frontdesk.launcher.secrets;

import io.frontdesk.launcher.catalog.Catalog;
import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "secrets",
        description =
                "Writes the environment files and the database script that docker compose needs.")
public final class SecretsCommand implements Callable<Integer> {
    private final Checkout checkout;
    private final Catalog catalog;
    private final Console console;
    private final Clock clock;

    @Parameters(
            paramLabel = "<dir>",
            description = "Where to, for example deploy/secrets. What is there keeps its secrets.")
    private Path directory = Path.of("deploy", "secrets");

    public SecretsCommand(Checkout checkout, Catalog catalog, Console console, Clock clock) {
        this.checkout = checkout;
        this.catalog = catalog;
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        var folder = checkout.home().resolve(directory);
        var secrets = new SecretStore(folder, clock).foundOrNew();
        new ComposeSecrets(catalog, secrets).write(folder);
        console.say(
                "Wrote the secrets of "
                        + catalog.services().size()
                        + " services to "
                        + folder
                        + ".");
        console.say("Keys to work with: " + folder.resolve("credentials.json"));
        console.say("Next: docker compose up --build");
        return 0;
    }
}
