package io.frontdesk.starter.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * For a service that runs alone on a developer's machine: a request without a token is trusted. It
 * refuses to start on any address but loopback.
 */
final class LocalIdentity extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(LocalIdentity.class);

    private final Identity everybody;

    LocalIdentity(UUID tenant, @Nullable InetAddress address) {
        if (address == null || !address.isLoopbackAddress()) {
            throw new IllegalStateException(
                    "frontdesk.identity.mode=local trusts every request, so it needs"
                            + " server.address=127.0.0.1; it is "
                            + address);
        }
        everybody =
                new Identity(
                        "local",
                        tenant,
                        Set.of("operator", "owner", "service"),
                        Set.of("knowledge:read", "knowledge:write", "knowledge:ask"));
        log.warn("Local identity mode: every request is trusted as owner of tenant {}", tenant);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new IdentityAuthentication(everybody, null));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }
}
