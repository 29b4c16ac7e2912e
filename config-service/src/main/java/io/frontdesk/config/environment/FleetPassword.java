package io.frontdesk.config.environment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.frontdesk.starter.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks for the fleet's password by HTTP basic; asks for nothing where none is set. */
final class FleetPassword extends OncePerRequestFilter {
    private final byte @Nullable [] expected;
    private final Problems problems;

    FleetPassword(@Nullable String password, Problems problems) {
        expected =
                password == null || password.isEmpty()
                        ? null
                        : ("Basic " + HttpHeaders.encodeBasicAuth("frontdesk", password, UTF_8))
                                .getBytes(UTF_8);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (expected == null || knows(request.getHeader(HttpHeaders.AUTHORIZATION), expected)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"frontdesk\"");
        problems.write(
                response,
                problems.of(
                        HttpStatus.UNAUTHORIZED,
                        "unauthenticated",
                        "Unauthenticated",
                        "Only services of the fleet, with their password, may do that."));
    }

    private static boolean knows(@Nullable String header, byte[] expected) {
        return header != null && MessageDigest.isEqual(header.getBytes(UTF_8), expected);
    }
}
