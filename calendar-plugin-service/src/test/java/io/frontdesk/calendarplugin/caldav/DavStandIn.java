package io.frontdesk.calendarplugin.caldav;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** A CalDAV server that does what Nextcloud, iCloud and older servers do differently. */
final class DavStandIn implements AutoCloseable {
    static final String CALENDAR = "/dav/anna%40example.com/personal/";

    /** How a PROPFIND is told that asks a calendar for all its events. */
    static final String LISTING = "listing";

    private static final Pattern HREF = Pattern.compile("<d:href>([^<]*)</d:href>");

    final List<String> calls = new CopyOnWriteArrayList<>();
    final Map<String, String> events = new TreeMap<>();

    /** Fixed answers, by how a call begins, for example {@code REPORT sync-collection}. */
    final Map<String, Fixed> fixed = new TreeMap<>();

    String calendarProperties = "<s:getctag>1</s:getctag>";
    String etagPrefix = "";
    boolean trashed;

    private final HttpServer server;

    /** An answer to give whatever was asked. */
    record Fixed(int status, Map<String, String> headers, String body) {}

    DavStandIn() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var root = body.replaceFirst("(?s)^<.xml.*?><[a-z]:([a-z-]+).*", "$1");
            var path = exchange.getRequestURI().getRawPath();
            var deep =
                    body.contains("getetag")
                            && root.equals("propfind")
                            && path.endsWith("/personal/");
            var what = deep ? LISTING : root;
            var call = exchange.getRequestMethod() + " " + (body.startsWith("<?") ? what : path);
            calls.add(call + " " + path);
            var answer = fixed.entrySet().stream().filter(each -> call.startsWith(each.getKey()));
            send(
                    exchange,
                    answer.findFirst()
                            .map(Map.Entry::getValue)
                            .orElseGet(() -> answer(exchange, path, body)));
        }
    }

    private Fixed answer(HttpExchange exchange, String path, String body) {
        var condition = exchange.getRequestHeaders().getFirst("If-Match");
        return switch (exchange.getRequestMethod()) {
            case "PROPFIND" ->
                    found(path, body, "1".equals(exchange.getRequestHeaders().getFirst("Depth")));
            case "REPORT" ->
                    multistatus(
                            events.keySet().stream()
                                    .filter(href ->
                                            !body.contains("multiget")
                                                    || HREF.matcher(body)
                                                            .results()
                                                            .anyMatch(each ->
                                                                    same(each.group(1), href)))
                                    .map(href -> event(href, true))
                                    .toList());
            case "PUT" -> put(path, body, condition);
            case "DELETE" -> new Fixed(events.remove(path) == null ? 404 : 204, Map.of(), "");
            default ->
                    new Fixed(
                            events.containsKey(path) ? 200 : 404,
                            Map.of(),
                            events.getOrDefault(path, ""));
        };
    }

    /** Takes weak etags for no match, and tells none of what it has taken. */
    private Fixed put(
            String path, String body, @org.jspecify.annotations.Nullable String condition) {
        if (trashed && path.contains("frontdesk.ics")) {
            return new Fixed(
                    400,
                    Map.of(),
                    "<d:error xmlns:d=\"DAV:\"><x>Calendar object with uid already"
                            + " exists</x></d:error>");
        }
        if (condition != null && !etagPrefix.isEmpty()) {
            return new Fixed(412, Map.of(), "");
        }
        events.put(path, body);
        return new Fixed(201, Map.of(), "");
    }

    private Fixed found(String path, String body, boolean deep) {
        if (path.equals("/.well-known/caldav")) {
            return new Fixed(301, Map.of("Location", "/dav/"), "");
        }
        if (events.containsKey(path)) {
            return multistatus(List.of(event(path, false)));
        }
        if (body.contains("current-user-principal")) {
            return multistatus(
                    List.of(
                            response(
                                    path,
                                    "<d:current-user-principal><d:href>/principals/anna%40example.com/</d:href></d:current-user-principal>")));
        }
        if (path.startsWith("/principals/")) {
            return multistatus(
                    List.of(
                            response(
                                    path,
                                    "<c:calendar-home-set><d:href>"
                                            + address()
                                            + "dav/anna@example.com/</d:href></c:calendar-home-set>")));
        }
        if (path.startsWith(CALENDAR) && path.length() > CALENDAR.length()) {
            return new Fixed(404, Map.of(), "");
        }
        var calendar =
                "<d:resourcetype><d:collection/><c:calendar/></d:resourcetype><d:displayname>Persönlich</d:displayname>";
        return path.equals("/dav/anna@example.com/") && deep
                ? multistatus(
                        List.of(
                                response(
                                        "/dav/anna@example.com/",
                                        "<d:resourcetype><d:collection/></d:resourcetype>"),
                                response(CALENDAR, calendar),
                                response(
                                        "/dav/anna@example.com/tasks/",
                                        calendar
                                                + "<c:supported-calendar-component-set><c:comp"
                                                + " name=\"VTODO\"/></c:supported-calendar-component-set>"),
                                response(
                                        "/dav/anna@example.com/old/",
                                        calendar + "<n:deleted-at>2026-01-01</n:deleted-at>"),
                                response(
                                        "/dav/anna@example.com/trashbin/",
                                        "<d:resourcetype><d:collection/><n:trash-bin/></d:resourcetype>")))
                : multistatus(List.of(response(path, calendar + calendarProperties)));
    }

    private static boolean same(String one, String other) {
        return one.replace("%40", "@").equals(other.replace("%40", "@"));
    }

    private String event(String href, boolean whole) {
        var etag =
                "<d:getetag>"
                        + etagPrefix
                        + "\""
                        + Integer.toHexString(events.getOrDefault(href, "").hashCode())
                        + "\"</d:getetag>";
        return response(
                href,
                etag
                        + (whole
                                ? "<c:calendar-data><![CDATA["
                                        + events.get(href)
                                        + "]]></c:calendar-data>"
                                : ""));
    }

    static String response(String href, String properties) {
        return "<d:response><d:href>"
                + href
                + "</d:href><d:propstat><d:prop>"
                + properties
                + "</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>";
    }

    static Fixed multistatus(List<String> responses) {
        return new Fixed(
                207,
                Map.of(),
                "<d:multistatus xmlns:d=\"DAV:\" xmlns:c=\"urn:ietf:params:xml:ns:caldav\""
                        + " xmlns:s=\"http://calendarserver.org/ns/\""
                        + " xmlns:n=\"http://nextcloud.com/ns\">"
                        + String.join("", responses)
                        + "</d:multistatus>");
    }

    private static void send(HttpExchange exchange, Fixed answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        var bytes = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
