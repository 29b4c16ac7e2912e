package io.frontdesk.payment.stripestandin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as Stripe reads it: {@code a[b][0][c]=x} is x under c, under the first of b, under a. All
 * leaves are text; a list is an object whose names are numbers.
 */
final class Form {
    private Form() {}

    static ObjectNode parse(@Nullable String encoded) {
        var root = PublishedApi.JSON.createObjectNode();
        if (encoded == null || encoded.isEmpty()) {
            return root;
        }
        for (var pair : encoded.split("&", -1)) {
            var equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            put(root, segments(name), value);
        }
        return root;
    }

    private static void put(ObjectNode root, List<String> segments, String value) {
        var at = root;
        for (var segment : segments.subList(0, segments.size() - 1)) {
            at = at.withObjectProperty(segment);
        }
        var last = segments.getLast();
        at.put(last.isEmpty() ? String.valueOf(at.size()) : last, value);
    }

    private static List<String> segments(String name) {
        var segments = new ArrayList<String>();
        var bracket = name.indexOf('[');
        segments.add(bracket < 0 ? name : name.substring(0, bracket));
        while (bracket >= 0) {
            var end = name.indexOf(']', bracket);
            segments.add(name.substring(bracket + 1, end));
            bracket = name.indexOf('[', end);
        }
        return segments;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
