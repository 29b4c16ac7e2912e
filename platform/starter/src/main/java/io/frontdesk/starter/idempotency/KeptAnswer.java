package io.frontdesk.starter.idempotency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** What the first call with a key answered; no status while it runs, no body if it was not kept. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KeptAnswer(
        String fingerprint,
        Instant createdAt,
        int status,
        @Nullable String location,
        @Nullable String contentType,
        byte @Nullable [] body) {
    static KeptAnswer of(ResultSet row, int number) throws SQLException {
        return new KeptAnswer(
                row.getString("fingerprint"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("status"),
                row.getString("location"),
                row.getString("content_type"),
                row.getBytes("body"));
    }

    boolean running() {
        return status == 0;
    }

    void repeat(HttpServletResponse response) throws IOException {
        if (body == null) {
            throw new AnswerNotKept();
        }
        response.setStatus(status);
        response.setHeader("Idempotency-Replayed", "true");
        if (location != null) {
            response.setHeader(HttpHeaders.LOCATION, location);
        }
        if (contentType != null) {
            response.setContentType(contentType);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
