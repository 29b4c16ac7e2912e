package io.frontdesk.launcher.checkout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The checkout that {@code ./fleet} lies in; everything that it writes is below {@link #state}. */
public record Checkout(Path home) {
    /** Set by the {@code fleet} script. */
    public static Checkout current() {
        return new Checkout(
                Path.of(System.getProperty("frontdesk.home", ".")).toAbsolutePath().normalize());
    }

    public Path state() {
        return home.resolve(".fleet");
    }

    public Path log(String name) {
        return state().resolve("logs").resolve(name + ".log");
    }

    public Path run() {
        return state().resolve("run");
    }

    public Path app(String service) {
        return state().resolve("apps").resolve(service);
    }

    public Path aot() {
        return state().resolve("aot");
    }

    public Path postgres() {
        return state().resolve("postgres");
    }

    public Path serviceState(String service) {
        return state().resolve("state").resolve(service);
    }

    public Path alone(String service) {
        return state().resolve("alone").resolve(service);
    }

    public Path module(String module) {
        return home.resolve(module);
    }

    /** The JDK's own launcher: services run on the JVM that this command runs on. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Writes a file that its owner alone may read, whole or not at all. */
    public static void writePrivately(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            var draft = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(draft);
            Files.createFile(
                    draft,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, text);
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
