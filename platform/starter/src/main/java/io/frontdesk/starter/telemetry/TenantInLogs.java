package io.frontdesk.starter.telemetry;

import io.frontdesk.starter.tenancy.Tenancy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Marks every log line of a request with its tenant, beside the trace id. Nothing else of the
 * request is logged: no bodies, no names, no addresses.
 */
final class TenantInLogs extends OncePerRequestFilter {
    private final Tenancy tenancy;

    TenantInLogs(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var tenant = tenancy.current();
        if (tenant.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        MDC.put("tenant", tenant.get().toString());
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove("tenant");
        }
    }
}
