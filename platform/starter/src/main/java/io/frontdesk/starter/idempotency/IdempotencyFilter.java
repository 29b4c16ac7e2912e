package io.frontdesk.starter.idempotency;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Runs a POST that has a key once, and repeats its answer. A caller without identity has nothing
 * that keeps another one from guessing its keys, so that for those a key means nothing.
 */
class IdempotencyFilter extends OncePerRequestFilter {
    static final String HEADER = "Idempotency-Key";
    private static final AuthenticationTrustResolverImpl TRUST =
            new AuthenticationTrustResolverImpl();

    private final KeyedCall.Needs needs;
    private final Supplier<HandlerExceptionResolver> problems;
    private final List<PathPattern> paths;

    IdempotencyFilter(KeyedCall.Needs needs, Supplier<HandlerExceptionResolver> problems) {
        this.needs = needs;
        this.problems = problems;
        var parser = PathPatternParser.defaultInstance;
        this.paths = needs.properties().paths().stream().map(parser::parse).toList();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        if (!HttpMethod.POST.matches(request.getMethod()) || request.getHeader(HEADER) == null) {
            return true;
        }
        var path = PathContainer.parsePath(request.getRequestURI());
        return paths.stream().noneMatch(pattern -> pattern.matches(path)) || subject() == null;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var spool = new Spool();
                var held = new HeldResponse(response)) {
            KeyedCall call;
            RepeatableRequest repeatable;
            try {
                var fingerprint = new Fingerprint();
                var largest = needs.properties().largestRequest().toBytes();
                var spooled = fingerprint.read(request, spool, largest);
                call =
                        new KeyedCall(
                                needs,
                                Objects.requireNonNull(subject()),
                                key(request),
                                fingerprint.value());
                repeatable =
                        new RepeatableRequest(
                                request,
                                spooled ? spool : null,
                                async -> watch(call, async, response));
            } catch (RuntimeException e) {
                refuse(request, response, e);
                return;
            }
            try {
                if (first(call, request, response)) {
                    perform(call, repeatable, held, response, chain);
                }
            } finally {
                call.end();
            }
        }
    }

    /** Whether the call is to be done; otherwise it is answered. */
    private boolean first(KeyedCall call, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            var before = call.begin();
            if (before.isPresent()) {
                call.end();
                before.get().repeat(response);
            }
            return before.isEmpty();
        } catch (RuntimeException e) {
            call.failed();
            refuse(request, response, e);
            return false;
        }
    }

    private void perform(
            KeyedCall call,
            HttpServletRequest request,
            HeldResponse held,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(KeyedCall.ATTRIBUTE, call);
        try {
            chain.doFilter(request, held);
        } catch (Throwable e) {
            call.failed();
            throw e;
        }
        if (held.failed()) {
            call.failed();
        } else {
            try {
                call.succeeded(held);
            } catch (RuntimeException | IOException e) {
                call.failed();
                response.reset();
                refuse(request, response, e);
                return;
            }
        }
        held.release();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws ServletException {
        if (failure instanceof CallInProgress) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        if (problems.get().resolveException(request, response, null, failure) == null) {
            throw new ServletException(failure);
        }
    }

    private static void watch(KeyedCall call, AsyncContext async, HttpServletResponse response) {
        call.streams();
        async.addListener(new FailureListener(call, response));
    }

    private static String key(HttpServletRequest request) {
        var values = Collections.list(request.getHeaders(HEADER));
        var key = values.getFirst().strip();
        if (values.size() != 1 || !key.matches("[\\x20-\\x7e]{1,255}")) {
            throw new KeyInvalid();
        }
        return key;
    }

    private static @Nullable String subject() {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        return caller == null || !caller.isAuthenticated() || TRUST.isAnonymous(caller)
                ? null
                : caller.getName();
    }
}
