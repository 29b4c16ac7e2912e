package io.frontdesk.launcher.build;

import io.frontdesk.launcher.checkout.Checkout;
import io.frontdesk.launcher.checkout.FileTree;
import io.frontdesk.launcher.checkout.FleetFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The services' jars taken apart below {@code .fleet/apps}: the JVM opens plain jars faster than
 * nested ones, and its AOT cache needs them. A running service is not touched by a new build.
 */
public final class AppLayouts {
    private static final String FINGERPRINT = "fingerprint";

    private final Checkout checkout;
    private final Modules modules;

    public AppLayouts(Checkout checkout) {
        this.checkout = checkout;
        this.modules = new Modules(checkout);
    }

    /** The jar to start, beside the {@code lib} folder that its manifest names. */
    public Path jar(String service) {
        return checkout.app(service).resolve(modules.jar(service).getFileName());
    }

    /** What the laid out jar holds; empty when there is none. */
    public String fingerprint(String service) {
        try {
            var file = checkout.app(service).resolve(FINGERPRINT);
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the built jar differs from what is laid out. */
    public boolean outdated(String service) {
        return !Fingerprint.of(modules.jar(service)).equals(fingerprint(service));
    }

    /** Lays the built jar out; must not be called while that service runs. */
    public void refresh(String service) {
        if (!outdated(service)) {
            return;
        }
        var target = checkout.app(service);
        var draft = target.resolveSibling(service + ".new");
        try {
            FileTree.delete(draft);
            Files.createDirectories(draft);
            extract(modules.jar(service), draft);
            shareLibraries(draft.resolve("lib"));
            Files.writeString(draft.resolve(FINGERPRINT), Fingerprint.of(modules.jar(service)));
            FileTree.delete(target);
            Files.move(draft, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void extract(Path jar, Path destination) throws IOException {
        var command =
                List.of(
                        Checkout.java().toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        destination.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new FleetFailure(
                        "Could not take " + jar + " apart: " + said.strip(),
                        "Delete it and try again: it will be built anew.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while extracting", e);
        }
    }

    /** Most libraries are the same in all services: one copy on disk, and in the page cache. */
    private void shareLibraries(Path libraries) throws IOException {
        if (!Files.isDirectory(libraries)) {
            return;
        }
        var others =
                FileTree.children(checkout.state().resolve("apps")).stream()
                        .map(app -> app.resolve("lib"))
                        .toList();
        for (var library : FileTree.children(libraries)) {
            for (var other : others) {
                if (shared(library, other.resolve(library.getFileName()))) {
                    break;
                }
            }
        }
    }

    private static boolean shared(Path library, Path twin) {
        try {
            if (twin.equals(library)
                    || !Files.exists(twin)
                    || Files.size(twin) != Files.size(library)
                    || Files.mismatch(library, twin) != -1) {
                return false;
            }
            var link = library.resolveSibling(library.getFileName() + ".link");
            Files.createLink(link, twin);
            Files.move(
                    link,
                    library,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            // No hard links here, or the other was just replaced: the copy serves as well.
            return false;
        }
    }
}
