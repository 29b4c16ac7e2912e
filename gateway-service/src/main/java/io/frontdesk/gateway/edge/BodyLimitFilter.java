package io.frontdesk.gateway.edge;

import io.frontdesk.gateway.refusal.Refusals;
import io.frontdesk.gateway.route.Access;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Refuses a body that says that it is too large, and counts one that does not say. */
public final class BodyLimitFilter implements Filter {
    private final Refusals refusals;

    public BodyLimitFilter(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request.getAttribute(Access.ATTRIBUTE) instanceof Access access)
                || access.largestBody() == null) {
            chain.doFilter(request, response);
            return;
        }
        var largest = access.largestBody();
        var http = (HttpServletRequest) request;
        if (request.getContentLengthLong() > largest.toBytes()) {
            refusals.write((HttpServletResponse) response, BodyTooLarge.than(largest));
        } else if (http.getHeader("Transfer-Encoding") != null) {
            chain.doFilter(new CountedRequest(http, largest), response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
