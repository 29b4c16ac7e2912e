package io.frontdesk.calendarplugin.dav;

import static io.frontdesk.calendarplugin.dav.Element.DAV;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A 207 answer (RFC 4918, section 13).
 *
 * @param syncToken RFC 6578, section 6.2
 */
public record Multistatus(List<Resource> resources, @Nullable String syncToken) {
    static Multistatus of(Element root) {
        var resources = new ArrayList<Resource>();
        root.all(DAV + "response").forEach(response -> add(response, resources));
        return new Multistatus(resources, root.textOf(DAV + "sync-token").orElse(null));
    }

    private static void add(Element response, List<Resource> resources) {
        var properties = new HashMap<String, Element>();
        response.all(DAV + "propstat")
                .filter(part ->
                        part.textOf(DAV + "status").map(Multistatus::code).orElse(200) < 300)
                .flatMap(part -> part.all(DAV + "prop"))
                .flatMap(prop -> prop.children().stream())
                .forEach(each -> properties.put(each.name(), each));
        int status = response.textOf(DAV + "status").map(Multistatus::code).orElse(200);
        response.all(DAV + "href")
                .map(href -> new Resource(href.text().strip(), status, properties, response))
                .forEach(resources::add);
    }

    private static int code(String statusLine) {
        var parts = statusLine.strip().split("\\s+", 3);
        return parts.length > 1 && parts[1].matches("\\d{3}") ? Integer.parseInt(parts[1]) : 200;
    }

    /**
     * One resource of the answer.
     *
     * @param href as the server wrote it
     * @param status 200 unless the server said another for the whole resource
     * @param properties those that it has, by name
     */
    public record Resource(
            String href, int status, Map<String, Element> properties, Element whole) {
        public Optional<Element> property(String name) {
            return Optional.ofNullable(properties.get(name));
        }

        public Optional<String> text(String name) {
            return property(name)
                    .map(found -> found.text().strip())
                    .filter(text -> !text.isEmpty());
        }
    }
}
