package io.frontdesk.gateway.authentication;

import io.frontdesk.gateway.refusal.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.http.HttpStatus;

/** What the table does not know: only documentation, health and the gateway's own metrics. */
final class Unlisted {
    private static final String[] OPEN = {
        "/v3/api-docs", "/docs", "/swagger-ui", "/actuator/health", "/error", "/favicon.ico"
    };

    private Unlisted() {}

    static void admit(HttpServletRequest request) {
        String path = request.getServletPath();
        for (String open : OPEN) {
            if (path.equals(open) || path.startsWith(open + "/") || path.startsWith(open + ".")) {
                return;
            }
        }
        if (path.equals("/actuator/prometheus") && isNear(request.getRemoteAddr())) {
            return;
        }
        throw Refusal.of(
                HttpStatus.NOT_FOUND, "not-found", "Not Found", "There is nothing at this path.");
    }

    /** The fleet's own collector, not the world. */
    private static boolean isNear(String address) {
        try {
            InetAddress from = InetAddress.getByName(address);
            return from.isLoopbackAddress() || from.isSiteLocalAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
