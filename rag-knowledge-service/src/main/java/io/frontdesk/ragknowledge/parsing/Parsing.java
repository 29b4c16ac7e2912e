package io.frontdesk.ragknowledge.parsing;

import io.frontdesk.ragknowledge.content.UnreadableDocument;
import io.frontdesk.ragknowledge.content.UnreadableDocument.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Reads files within a time limit, each in a thread of its own that is stopped at the limit. */
@Component
@EnableConfigurationProperties(ParsingProperties.class)
public class Parsing {

    private static final long STACK = 2L * 1024 * 1024;

    private final DocumentReader reader = new DocumentReader();
    private final ParsingProperties properties;

    Parsing(ParsingProperties properties) {
        this.properties = properties;
    }

    /**
     * Reads the file.
     *
     * @param fileName as its owner named it; what it promises must be true
     * @throws UnreadableDocument when the file is not a document that can be read
     */
    public ReadDocument read(Path file, String fileName) throws IOException, InterruptedException {
        var task = new FutureTask<>(() -> reader.read(file, fileName));
        var thread = new Thread(null, task, "parsing", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(properties.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new UnreadableDocument(
                    Fault.TOO_COMPLEX,
                    "Reading the document took longer than "
                            + properties.timeout().toSeconds()
                            + " s.");
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case UnreadableDocument unreadable -> throw unreadable;
                case IOException io -> throw io;
                case null, default -> throw new IllegalStateException(failed);
            }
        } finally {
            thread.interrupt();
        }
    }
}
