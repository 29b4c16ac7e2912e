package io.frontdesk.starter.idempotency;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.multipart.support.StandardMultipartHttpServletRequest;

/**
 * SHA-256 over what makes a call the same call. Parts of a multipart body count one by one, because
 * a client makes up a new boundary for each attempt.
 */
final class Fingerprint {
    private final MessageDigest digest = sha256();

    /**
     * Reads the request's body.
     *
     * @param spool receives the body, unless the container parses it
     * @param largest number of bytes for the spool
     * @return whether the spool holds the body
     */
    boolean read(HttpServletRequest request, Spool spool, long largest)
            throws IOException, ServletException {
        add(request.getMethod());
        add(request.getRequestURI());
        add(request.getQueryString());
        var type = Objects.requireNonNullElse(request.getContentType(), "");
        if (type.regionMatches(true, 0, "multipart/", 0, 10)) {
            addParts(request);
            return false;
        }
        if (type.regionMatches(true, 0, MediaType.APPLICATION_FORM_URLENCODED_VALUE, 0, 33)) {
            addParameters(request);
            return false;
        }
        copy(request, spool, largest);
        return true;
    }

    /** In hexadecimal digits. */
    String value() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void addParts(HttpServletRequest request) throws IOException, ServletException {
        // Spring's class gives each failure the exception that a handler's parsing would.
        for (var part : new StandardMultipartHttpServletRequest(request).getRequest().getParts()) {
            add(part.getName());
            add(part.getSubmittedFileName());
            add(part.getContentType());
            add(String.valueOf(part.getSize()));
            try (InputStream content = part.getInputStream()) {
                content.transferTo(into(OutputStream.nullOutputStream()));
            }
        }
    }

    private void addParameters(HttpServletRequest request) {
        new TreeMap<>(request.getParameterMap())
                .forEach((name, values) -> {
                    for (var value : values) {
                        add(name);
                        add(value);
                    }
                });
    }

    private void copy(HttpServletRequest request, Spool spool, long largest) throws IOException {
        if (request.getContentLengthLong() > largest) {
            throw new BodyTooLarge();
        }
        var out = into(spool);
        var buffer = new byte[8192];
        var in = request.getInputStream();
        for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
            if (spool.size() > largest) {
                throw new BodyTooLarge();
            }
        }
    }

    private OutputStream into(OutputStream target) {
        return new DigestOutputStream(target, digest);
    }

    /** With its length first, so that two texts are never taken for two others. */
    private void add(@Nullable String text) {
        var bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + (text == null ? "-" : ":")).getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
