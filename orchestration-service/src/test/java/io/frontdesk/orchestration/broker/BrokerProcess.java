package io.frontdesk.orchestration.broker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;

/** A broker in a process of its own, so that it can be killed. */
@NullMarked
final class BrokerProcess {
    static Process fork(Path directory, int port) throws IOException {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                BrokerProcess.class.getName(),
                                directory.toString(),
                                Integer.toString(port))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var output = process.inputReader();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals("started")) {
                return process;
            }
        }
        throw new IOException("The broker process ended before it started.");
    }

    public static void main(String[] arguments) throws InterruptedException {
        JournalMemory.allow();
        new Broker(
                        RunningBroker.settings(Integer.parseInt(arguments[1]), 3),
                        RunningBroker.SERVICES,
                        "127.0.0.1",
                        null,
                        new File(arguments[0]).toPath())
                .start();
        System.out.println("started");
        Thread.currentThread().join();
    }

    private BrokerProcess() {}
}
