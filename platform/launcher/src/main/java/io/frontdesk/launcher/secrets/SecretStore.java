package io.frontdesk.launcher.secrets;

import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.FleetFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The secrets of one folder, made once, beside the credentials that a user works with. */
public final class SecretStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path folder;
    private final Clock clock;

    public SecretStore(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    public Optional<Secrets> found() {
        var file = folder.resolve("secrets.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), Secrets.class));
        } catch (JacksonException e) {
            throw new FleetFailure(
                    file + " cannot be read: " + e.getOriginalMessage(),
                    "Put its backup back, or erase the state with ./fleet reset.");
        }
    }

    public Secrets foundOrNew() {
        return found().orElseGet(this::create);
    }

    private Secrets create() {
        var secrets = Secrets.random(clock);
        var json = JSON.writerWithDefaultPrettyPrinter();
        Checkout.writePrivately(folder.resolve("secrets.json"), json.writeValueAsString(secrets));
        Checkout.writePrivately(
                folder.resolve("credentials.json"),
                json.writeValueAsString(Credentials.of(secrets)));
        return secrets;
    }
}
