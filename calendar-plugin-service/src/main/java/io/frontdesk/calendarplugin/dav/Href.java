package io.frontdesk.calendarplugin.dav;

import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * Paths of resources in one form, as servers encode the same path differently: {@code @} or {@code
 * %40}, {@code %c3} or {@code %C3}.
 */
public final class Href {
    private static final String PLAIN =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~@";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Href() {}

    /** The path of an address or href, without host, query and fragment. */
    public static String path(String href) {
        var text = href.strip();
        int scheme = text.indexOf("://");
        if (scheme > 0 && scheme < 8) {
            int slash = text.indexOf('/', scheme + 3);
            text = slash < 0 ? "/" : text.substring(slash);
        }
        text = text.split("[?#]", 2)[0];
        return Arrays.stream(text.split("/", -1))
                .map(segment -> encode(decode(segment)))
                .collect(Collectors.joining("/"));
    }

    /** One segment of a path, from plain text. */
    public static String segment(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What an href means in an answer that came from {@code from}. */
    public static URI resolve(URI from, String href) {
        try {
            var text = href.strip();
            if (text.matches("(?i)https?://.*")) {
                var absolute = URI.create(text.split("/", 4)[0] + "//" + text.split("/", 4)[2]);
                return absolute.resolve(rooted(path(text)));
            }
            var path = path(text);
            return from.resolve(path.startsWith("/") ? rooted(path) : path);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            throw new ProviderRefused("The server named an address that is none.");
        }
    }

    /** Two slashes at the beginning would name a host. */
    private static String rooted(String path) {
        return "/" + path.replaceFirst("^/+", "");
    }

    private static byte[] decode(String segment) {
        var bytes = segment.getBytes(StandardCharsets.UTF_8);
        var plain = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%'
                    && i + 2 < bytes.length
                    && HexFormat.isHexDigit(bytes[i + 1])
                    && HexFormat.isHexDigit(bytes[i + 2])) {
                plain.write(
                        HexFormat.fromHexDigit(bytes[i + 1]) * 16
                                + HexFormat.fromHexDigit(bytes[i + 2]));
                i += 2;
            } else {
                plain.write(bytes[i]);
            }
        }
        return plain.toByteArray();
    }

    private static String encode(byte[] plain) {
        var text = new StringBuilder();
        for (byte each : plain) {
            if (PLAIN.indexOf(each) >= 0) {
                text.append((char) each);
            } else {
                text.append('%').append(HEX.toHexDigits(each));
            }
        }
        return text.toString();
    }
}
