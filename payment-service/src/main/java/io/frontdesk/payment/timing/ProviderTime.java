package io.frontdesk.payment.timing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The time that a payment waited for its provider, in milliseconds, as {@code Server-Timing} of
 * W3C. It starts at zero, which stays where a kept answer is repeated.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
public class ProviderTime extends OncePerRequestFilter {
    private static final String HEADER = "Server-Timing";
    private static final double NANOS_A_MILLI = 1e6;

    /** Measures a call, whatever comes of it. */
    public <T> T of(Supplier<T> call) {
        var start = System.nanoTime();
        try {
            return call.get();
        } finally {
            var request = RequestContextHolder.getRequestAttributes();
            if (request instanceof ServletRequestAttributes attributes
                    && attributes.getResponse() != null) {
                tell(attributes.getResponse(), (System.nanoTime() - start) / NANOS_A_MILLI);
            }
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !request.getRequestURI().equals("/api/payments");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        tell(response, 0);
        chain.doFilter(request, response);
    }

    private static void tell(HttpServletResponse response, double millis) {
        response.setHeader(HEADER, String.format(Locale.ROOT, "provider;dur=%.1f", millis));
    }
}
