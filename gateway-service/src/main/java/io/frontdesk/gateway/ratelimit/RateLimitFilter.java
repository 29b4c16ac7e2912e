package io.frontdesk.gateway.ratelimit;

import io.frontdesk.gateway.access.Caller;
import io.frontdesk.gateway.access.CallerAuthentication;
import io.frontdesk.gateway.refusal.Refusal;
import io.frontdesk.gateway.refusal.Refusals;
import io.frontdesk.gateway.route.Access;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/** Applies the limits to every request that the table lists. */
public final class RateLimitFilter implements Filter {
    private final RateLimits limits;
    private final Refusals refusals;

    public RateLimitFilter(RateLimits limits, Refusals refusals) {
        this.limits = limits;
        this.refusals = refusals;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(Access.ATTRIBUTE) instanceof Access access) {
            try {
                limits.check(access, caller(), request.getRemoteAddr());
            } catch (Refusal refusal) {
                refusals.write((HttpServletResponse) response, refusal);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static @Nullable Caller caller() {
        return SecurityContextHolder.getContext().getAuthentication()
                        instanceof CallerAuthentication known
                ? known.caller()
                : null;
    }
}
