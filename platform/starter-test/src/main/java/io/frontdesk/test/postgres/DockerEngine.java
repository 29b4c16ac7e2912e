package io.frontdesk.test.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a Docker engine without Testcontainers, which takes seconds and logs pages where there
 * is none.
 */
final class DockerEngine {
    private static final String PING = "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n";

    private DockerEngine() {}

    static boolean answers() {
        return answers(System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock"));
    }

    static boolean answers(String host) {
        var address = address(host);
        if (address == null) {
            return false;
        }
        var reply = CompletableFuture.supplyAsync(() -> ping(address));
        try {
            return reply.get(1, TimeUnit.SECONDS).contains(" 200 ");
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static @Nullable SocketAddress address(String host) {
        var uri = URI.create(host);
        if ("tcp".equals(uri.getScheme()) && uri.getPort() > 0) {
            return new InetSocketAddress(uri.getHost(), uri.getPort());
        }
        var socket = Path.of(uri.getPath());
        return "unix".equals(uri.getScheme()) && Files.exists(socket)
                ? UnixDomainSocketAddress.of(socket)
                : null;
    }

    private static String ping(SocketAddress address) {
        var family =
                address instanceof UnixDomainSocketAddress
                        ? StandardProtocolFamily.UNIX
                        : StandardProtocolFamily.INET;
        try (var channel = SocketChannel.open(family)) {
            channel.connect(address);
            channel.write(US_ASCII.encode(PING));
            var answer = ByteBuffer.allocate(256);
            channel.read(answer);
            return US_ASCII.decode(answer.flip()).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
