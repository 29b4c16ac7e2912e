package io.frontdesk.calendarplugin.notification;

import io.frontdesk.starter.identity.PublicPaths;
import io.frontdesk.starter.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NotificationController {
    private static final int LARGEST = 256 * 1024;

    private final TakeNotification takeNotification;

    NotificationController(TakeNotification takeNotification) {
        this.takeNotification = takeNotification;
    }

    /** Providers have no token of ours; a secret of the connection is in what they send. */
    @Bean
    static PublicPaths notifications() {
        return new PublicPaths("/api/calendar/connections/*/notifications");
    }

    @PostMapping("/api/calendar/connections/{id}/notifications")
    @Operation(summary = "Takes a provider's call that a calendar changed; only starts a sync")
    ResponseEntity<String> take(@PathVariable UUID id, HttpServletRequest request)
            throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new NotificationTooLarge();
        }
        var answer = takeNotification.take(id, body, headers(request), query(request));
        return answer == null
                ? ResponseEntity.accepted().build()
                : ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(answer);
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        var headers = new HashMap<String, String>();
        for (var name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return headers;
    }

    private static Map<String, String> query(HttpServletRequest request) {
        var query = new HashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
        return query;
    }

    /** No provider's call is that long. */
    @Problem(
            status = HttpStatus.CONTENT_TOO_LARGE,
            type = "calendar-notification-too-large",
            title = "The notification is too large")
    static class NotificationTooLarge extends RuntimeException {
        NotificationTooLarge() {
            super("A notification may have " + LARGEST + " bytes.");
        }
    }
}
