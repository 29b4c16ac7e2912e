package io.frontdesk.launcher.aot;

import io.frontdesk.launcher.build.AppLayouts;
import io.frontdesk.launcher.catalog.Service;
import io.frontdesk.launcher.checkout.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The JVM's ahead-of-time caches (JEP 483, 514, 515), one per service. A cache serves only the very
 * jars, JVM and options that it was trained with; those are written beside it.
 */
public final class AotCaches {
    private final Checkout checkout;
    private final AppLayouts layouts;

    public AotCaches(Checkout checkout, AppLayouts layouts) {
        this.checkout = checkout;
        this.layouts = layouts;
    }

    /** The cache to start with, when there is one for what would be started. */
    public Optional<Path> usable(Service service) {
        try {
            var cache = cache(service);
            var label = label(service);
            return Files.exists(cache)
                            && Files.exists(label)
                            && Files.readString(label).equals(madeFor(service))
                    ? Optional.of(cache)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a training leaves there is of no use. */
    Path drafts() {
        return checkout.aot().resolve("training");
    }

    /** Where a training writes, so that a cache is there whole or not at all. */
    Path draft(Service service) {
        return drafts().resolve(service.name() + ".aot");
    }

    void accept(Service service) throws IOException {
        Files.deleteIfExists(label(service));
        Files.move(
                draft(service),
                cache(service),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
        Files.writeString(label(service), madeFor(service));
    }

    private Path cache(Service service) {
        return checkout.aot().resolve(service.name() + ".aot");
    }

    private Path label(Service service) {
        return checkout.aot().resolve(service.name() + ".made-for");
    }

    private String madeFor(Service service) {
        return String.join(
                "\n",
                layouts.fingerprint(service.name()),
                Runtime.version().toString(),
                layouts.jar(service.name()).toString(),
                String.join(" ", service.jvmOptions()));
    }
}
