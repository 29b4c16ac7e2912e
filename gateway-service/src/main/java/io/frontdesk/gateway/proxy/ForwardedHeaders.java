package io.frontdesk.gateway.proxy;

import io.frontdesk.gateway.access.CallerAuthentication;
import io.frontdesk.gateway.edge.RequestId;
import io.frontdesk.gateway.signing.InternalTokens;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * What a service is told of a request: the caller's headers without the credential and without
 * anything by which a caller could pass for the gateway, and the internal token.
 */
@Component
class ForwardedHeaders {
    // Of one connection (RFC 9110, 7.6.1), set anew below, or not for services at all.
    private static final Set<String> DROPPED =
            Set.of(
                    "authorization",
                    "cookie",
                    "x-tenant-id",
                    "x-request-id",
                    "host",
                    "content-length",
                    "transfer-encoding",
                    "expect",
                    "connection",
                    "keep-alive",
                    "te",
                    "trailer",
                    "upgrade",
                    "forwarded");
    private static final String[] DROPPED_PREFIXES = {"x-forwarded-", "x-frontdesk-", "proxy-"};
    private static final Set<String> TRACE = Set.of("traceparent", "tracestate", "baggage", "b3");

    private final InternalTokens tokens;
    private final @Nullable Tracer tracer;
    private final @Nullable Propagator propagator;

    ForwardedHeaders(
            InternalTokens tokens,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Propagator> propagator) {
        this.tokens = tokens;
        this.tracer = tracer.getIfUnique();
        this.propagator = propagator.getIfUnique();
    }

    void copy(HttpServletRequest from, ClassicHttpRequest to) {
        Set<String> ended = endingHere(from.getHeader("Connection"));
        boolean traced = trace(to);
        var names = from.getHeaderNames();
        while (names.hasMoreElements()) {
            String name = names.nextElement();
            String lower = name.toLowerCase(Locale.ROOT);
            if (isForwarded(lower, ended) && !(traced && TRACE.contains(lower))) {
                var values = from.getHeaders(name);
                while (values.hasMoreElements()) {
                    to.addHeader(name, values.nextElement());
                }
            }
        }
        to.setHeader("X-Forwarded-For", from.getRemoteAddr());
        to.setHeader("X-Forwarded-Proto", from.getScheme());
        String host = from.getHeader("Host");
        if (host != null) {
            to.setHeader("X-Forwarded-Host", host);
        }
        to.setHeader(
                RequestId.HEADER,
                Objects.toString(from.getAttribute(RequestId.ATTRIBUTE), "unknown"));
        if (SecurityContextHolder.getContext().getAuthentication()
                instanceof CallerAuthentication authentication) {
            to.setHeader("Authorization", "Bearer " + tokens.of(authentication.caller()));
        }
    }

    private static boolean isForwarded(String name, Set<String> ended) {
        if (DROPPED.contains(name) || ended.contains(name)) {
            return false;
        }
        for (String prefix : DROPPED_PREFIXES) {
            if (name.startsWith(prefix)) {
                return false;
            }
        }
        return true;
    }

    /** The connection header may name further headers that belong to one connection. */
    private static Set<String> endingHere(@Nullable String connection) {
        if (connection == null || connection.equalsIgnoreCase("keep-alive")) {
            return Set.of();
        }
        return Arrays.stream(connection.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean trace(ClassicHttpRequest to) {
        var span = tracer == null ? null : tracer.currentSpan();
        if (span == null || propagator == null) {
            return false;
        }
        propagator.inject(
                span.context(),
                to,
                (request, name, value) -> {
                    if (request != null) {
                        request.setHeader(name, value);
                    }
                });
        return true;
    }
}
