package io.frontdesk.ragknowledge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A website on this machine, whose pages a test sets. */
public final class WebStandIn {

    /** Answers in its own way. */
    public interface Handler {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** The paths that were asked for, in order. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    /** How many requests were under way at a time, at most. */
    public final AtomicInteger most = new AtomicInteger();

    private final AtomicInteger now = new AtomicInteger();
    private final Map<String, Handler> pages = new ConcurrentHashMap<>();
    private final HttpServer server;

    public WebStandIn() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    public String url(String path) {
        return "http://" + authority() + path;
    }

    public void handle(String path, Handler handler) {
        pages.put(path, handler);
    }

    /** An HTML page with an entity tag of its content. */
    public void page(String path, String html) {
        var tag = "\"" + Integer.toHexString(html.hashCode()) + "\"";
        handle(
                path,
                exchange -> {
                    exchange.getResponseHeaders().set("ETag", tag);
                    if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                        exchange.sendResponseHeaders(304, -1);
                    } else {
                        send(exchange, 200, "text/html; charset=utf-8", html);
                    }
                });
    }

    public void text(String path, String type, String text) {
        handle(path, exchange -> send(exchange, 200, type, text));
    }

    public void status(String path, int status, Map<String, String> headers) {
        handle(
                path,
                exchange -> {
                    headers.forEach(exchange.getResponseHeaders()::set);
                    exchange.sendResponseHeaders(status, -1);
                });
    }

    /** Forgets all pages and what was asked. */
    public void clear() {
        pages.clear();
        asked.clear();
        most.set(0);
    }

    public void remove(String path) {
        pages.remove(path);
    }

    public static void send(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void answer(HttpExchange exchange) {
        asked.add(exchange.getRequestURI().toString());
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try (exchange) {
            var page =
                    pages.getOrDefault(
                            exchange.getRequestURI().toString(),
                            missing -> missing.sendResponseHeaders(404, -1));
            page.answer(exchange);
        } catch (IOException gone) {
            // The client has seen enough.
            exchange.close();
        } finally {
            now.decrementAndGet();
        }
    }
}
