package io.frontdesk.launcher.process;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** A program in the place of a service: ready at once, it dies at once, or it ignores SIGTERM. */
public final class StandIn {
    private StandIn() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        System.out.println("{\"message\":\"stand-in " + arguments[1] + "\"}");
        if (arguments[1].equals("dies")) {
            System.exit(1);
        }
        if (arguments[1].equals("stubborn")) {
            Runtime.getRuntime().addShutdownHook(new Thread(StandIn::sleepLong));
        }
        var address =
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        var server = HttpServer.create(address, 0);
        server.createContext(
                "/actuator/health/readiness",
                exchange -> {
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
        Thread.currentThread().join();
    }

    private static void sleepLong() {
        try {
            new java.util.concurrent.CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The command line that starts it. */
    public static List<String> command(int port, String behaviour) {
        return List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StandIn.class.getName(),
                String.valueOf(port),
                behaviour);
    }

    /** A port that nobody listens on. */
    public static int freePort() throws IOException {
        try (var socket = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
