package io.frontdesk.gateway.authentication;

import io.frontdesk.gateway.access.Caller;
import io.frontdesk.gateway.access.CallerAuthentication;
import io.frontdesk.gateway.audit.FailedAttempts;
import io.frontdesk.gateway.audit.RefusedRequests;
import io.frontdesk.gateway.credential.Credential;
import io.frontdesk.gateway.credential.Credentials;
import io.frontdesk.gateway.refusal.Refusal;
import io.frontdesk.gateway.refusal.Refusals;
import io.frontdesk.gateway.route.Access;
import io.frontdesk.gateway.route.Routes;
import io.frontdesk.gateway.tenant.Tenants;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;

/** Lets a request in if the table knows it and its credential may do it. */
class Gate implements Filter {
    static final String TENANT = "X-Tenant-Id";
    private static final int GUESSES = 600;
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_CREDENTIAL = 8192;

    private final Routes routes;
    private final Credentials credentials;
    private final Tenants tenants;
    private final FailedAttempts attempts;
    private final RefusedRequests refused;
    private final Refusals refusals;
    private final Clock clock;

    Gate(
            Routes routes,
            Credentials credentials,
            Tenants tenants,
            FailedAttempts attempts,
            RefusedRequests refused,
            Refusals refusals,
            Clock clock) {
        this.routes = routes;
        this.credentials = credentials;
        this.tenants = tenants;
        this.attempts = attempts;
        this.refused = refused;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        try {
            admit(request);
        } catch (Refusal refusal) {
            refusals.write((HttpServletResponse) response, refusal);
            return;
        } catch (DataAccessException | TransactionException e) {
            refusals.write((HttpServletResponse) response, unreadable());
            return;
        }
        chain.doFilter(request, response);
    }

    private void admit(HttpServletRequest request) {
        String path = request.getServletPath();
        Access access = routes.find(request.getMethod(), path, request.getRequestURI());
        if (access == null) {
            Unlisted.admit(request);
            return;
        }
        request.setAttribute(Access.ATTRIBUTE, access);
        if (access.open()) {
            return;
        }
        Caller caller = actingFor(request, authenticate(request));
        if (access.scope() != null && !caller.may(access.scope())) {
            count(request, caller, "missing-scope");
            throw Refusal.forbidden("This needs the scope " + access.scope() + ".");
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new CallerAuthentication(caller));
        SecurityContextHolder.setContext(context);
    }

    private Caller authenticate(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            count(request, null, "no-credential");
            throw unauthenticated();
        }
        String presented = header.substring(BEARER.length()).strip();
        if (presented.isEmpty() || presented.length() > LONGEST_CREDENTIAL) {
            count(request, null, "malformed-credential");
            throw unauthenticated();
        }
        Credential credential = credentials.remembered(presented);
        if (credential == null) {
            refuseGuessing(request);
            credential = credentials.find(presented);
        }
        return switch (credential) {
            case Credential.Valid valid -> stillValid(request, valid);
            case Credential.Refused wrong -> {
                attempts.failed(guesser(request));
                count(request, wrong.tenant(), wrong.reason(), wrong.credential());
                throw unauthenticated();
            }
        };
    }

    private Caller stillValid(HttpServletRequest request, Credential.Valid valid) {
        if (valid.until() != null && !clock.instant().isBefore(valid.until())) {
            count(request, valid.caller(), "expired");
            throw unauthenticated();
        }
        return valid.caller();
    }

    private void refuseGuessing(HttpServletRequest request) {
        if (attempts.tooMany(guesser(request), GUESSES)) {
            count(request, null, "guessing");
            throw Refusal.later(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-failures",
                    "Too many failures",
                    "Too many wrong credentials came from this address: wait a minute.",
                    Duration.ofMinutes(1));
        }
    }

    private Caller actingFor(HttpServletRequest request, Caller caller) {
        String wanted = request.getHeader(TENANT);
        if (wanted == null || wanted.isBlank()) {
            return caller;
        }
        UUID tenant = tenantId(wanted);
        if (tenant.equals(caller.tenant())) {
            return caller;
        }
        if (!caller.isOperator() || !tenants.exist(tenant)) {
            count(request, caller, "foreign-tenant");
            throw Refusal.of(
                    HttpStatus.NOT_FOUND,
                    "no-such-tenant",
                    "No such tenant",
                    "There is no such tenant.");
        }
        return caller.actingFor(tenant);
    }

    private static UUID tenantId(String text) {
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(TENANT, "must be a UUID");
        }
    }

    private void count(HttpServletRequest request, @Nullable Caller caller, String reason) {
        count(
                request,
                caller == null ? null : caller.tenant(),
                reason,
                caller == null ? "none" : caller.subject());
    }

    private void count(
            HttpServletRequest request, @Nullable UUID tenant, String reason, String credential) {
        refused.count(
                tenant, reason, credential, request.getRemoteAddr(), request.getServletPath());
    }

    private static String guesser(HttpServletRequest request) {
        return "credential@" + request.getRemoteAddr();
    }

    private static Refusal unauthenticated() {
        return Refusal.unauthenticated(
                "Send a valid credential: Authorization: Bearer <API key or token>.");
    }

    private static Refusal unreadable() {
        return Refusal.later(
                HttpStatus.SERVICE_UNAVAILABLE,
                "identity-unavailable",
                "Identity unavailable",
                "Credentials cannot be checked at the moment: try again.",
                Duration.ofSeconds(5));
    }
}
