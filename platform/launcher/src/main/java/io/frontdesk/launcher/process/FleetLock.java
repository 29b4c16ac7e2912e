package io.frontdesk.launcher.process;

import io.frontdesk.launcher.checkout.FleetFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets one command at a time change the fleet. The system frees it when the command ends, however
 * it ends.
 */
public final class FleetLock implements AutoCloseable {
    private final FileChannel channel;

    private FleetLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, or fails and says who has it.
     *
     * @param command what is being done, for whoever comes second
     */
    public static FleetLock take(Path state, String command) {
        try {
            Files.createDirectories(state);
            var file = state.resolve("lock");
            var channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                var holder = Files.readString(file).strip();
                channel.close();
                throw new FleetFailure(
                        "Another ./fleet is at work here: " + holder + ".",
                        "Wait until it is done, or end it, and try again.");
            }
            channel.truncate(0);
            var text = command + ", process " + ProcessHandle.current().pid();
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(false);
            return new FleetLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
