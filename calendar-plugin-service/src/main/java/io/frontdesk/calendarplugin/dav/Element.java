package io.frontdesk.calendarplugin.dav;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An XML element.
 *
 * @param name in Clark's form, for example {@code {DAV:}href}
 * @param label its attribute {@code name}; empty when it has none
 * @param text the text directly within it
 */
public record Element(String name, String label, String text, List<Element> children) {
    public static final String DAV = "{DAV:}";
    public static final String CALDAV = "{urn:ietf:params:xml:ns:caldav}";

    public Stream<Element> all(String child) {
        return children.stream().filter(each -> each.name.equals(child));
    }

    public Optional<Element> first(String child) {
        return all(child).findFirst();
    }

    /** The stripped text of a child; empty when there is none, or no text in it. */
    public Optional<String> textOf(String child) {
        return first(child).map(found -> found.text().strip()).filter(text -> !text.isEmpty());
    }

    public boolean named(String wanted) {
        return label.equalsIgnoreCase(wanted);
    }

    /** Whether an element of this name is anywhere within. */
    public boolean has(String descendant) {
        return children.stream()
                .anyMatch(each -> each.name.equals(descendant) || each.has(descendant));
    }
}
