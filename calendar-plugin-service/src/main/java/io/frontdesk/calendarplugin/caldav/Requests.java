package io.frontdesk.calendarplugin.caldav;

import io.frontdesk.calendarplugin.dav.DavXml;
import io.frontdesk.calendarplugin.event.Window;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** The bodies of requests. */
final class Requests {
    private static final String SPACES =
            " xmlns:d=\"DAV:\" xmlns:c=\"urn:ietf:params:xml:ns:caldav\""
                    + " xmlns:s=\"http://calendarserver.org/ns/\""
                    + " xmlns:n=\"http://nextcloud.com/ns\"";
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    static final String PRINCIPAL =
            find("<d:current-user-principal/><d:resourcetype/><c:calendar-home-set/>");
    static final String HOME = find("<c:calendar-home-set/>");
    static final String CALENDARS =
            find(
                    "<d:displayname/><d:resourcetype/><c:supported-calendar-component-set/>"
                            + "<c:calendar-timezone/><d:current-user-privilege-set/><n:deleted-at/>");
    static final String STATE =
            find(
                    "<d:resourcetype/><d:sync-token/><s:getctag/><c:calendar-timezone/>"
                            + "<d:supported-report-set/>");
    static final String ETAG = find("<d:getetag/><d:resourcetype/>");

    private Requests() {}

    static String query(Window window) {
        return body(
                "c:calendar-query",
                "<d:prop><d:getetag/><c:calendar-data/></d:prop><c:filter>"
                        + "<c:comp-filter name=\"VCALENDAR\"><c:comp-filter name=\"VEVENT\">"
                        + "<c:time-range start=\"%s\" end=\"%s\"/>"
                                .formatted(UTC.format(window.from()), UTC.format(window.to()))
                        + "</c:comp-filter></c:comp-filter></c:filter>");
    }

    static String changes(String token) {
        return body(
                "d:sync-collection",
                "<d:sync-token>%s</d:sync-token><d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop>"
                        .formatted(DavXml.escape(token)));
    }

    static String multiget(List<String> hrefs) {
        return body(
                "c:calendar-multiget",
                "<d:prop><d:getetag/><c:calendar-data/></d:prop>"
                        + hrefs.stream()
                                .map(href -> "<d:href>" + DavXml.escape(href) + "</d:href>")
                                .collect(Collectors.joining()));
    }

    private static String find(String properties) {
        return body("d:propfind", "<d:prop>" + properties + "</d:prop>");
    }

    private static String body(String root, String content) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><%s%s>%s</%s>"
                .formatted(root, SPACES, content, root);
    }
}
