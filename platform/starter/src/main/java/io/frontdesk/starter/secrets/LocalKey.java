package io.frontdesk.starter.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The key of a service that runs alone: made once, in a file that only its owner reads. */
final class LocalKey {
    private LocalKey() {}

    static String in(Path directory) {
        var file = directory.resolve("secrets.key");
        try {
            Files.createDirectories(directory);
            var random = new byte[32];
            new SecureRandom().nextBytes(random);
            try {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                Files.writeString(
                        file,
                        Base64.getUrlEncoder().withoutPadding().encodeToString(random),
                        StandardOpenOption.SYNC,
                        StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException again) {
                // It was made at an earlier start.
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The secrets key at " + file + " cannot be used", e);
        }
    }
}
