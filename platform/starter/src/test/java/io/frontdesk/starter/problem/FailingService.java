package io.frontdesk.starter.problem;

import io.frontdesk.starter.RunningService;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** An app that fails in every way that a request can. */
final class FailingService {
    private static final RunningService SERVICE =
            RunningService.start(
                    App.class,
                    "frontdesk.identity.mode=local",
                    "spring.servlet.multipart.max-file-size=10KB",
                    "spring.servlet.multipart.max-request-size=20KB");

    private FailingService() {}

    static RestTestClient client() {
        return SERVICE.client();
    }

    static int port() {
        return SERVICE.port();
    }

    @EnableAutoConfiguration
    @Import({Failures.class, BrokenFilter.class})
    static class App {}

    @Problem(status = HttpStatus.CONFLICT, type = "slot-taken", title = "The slot is taken")
    static class SlotTaken extends RuntimeException {
        SlotTaken(@Nullable String message) {
            super(message);
        }
    }

    static class SlotTakenTwice extends SlotTaken {
        SlotTakenTwice() {
            super("Choose another slot, twice.");
        }
    }

    enum Channel {
        CHAT,
        PHONE
    }

    record Line(@Positive int quantity) {}

    record Order(
            @NotBlank String name,
            @Email @Nullable String email,
            @Nullable Integer places,
            @Nullable Channel channel,
            @Nullable LocalDate day,
            @Nullable Duration length,
            @Nullable ZoneId timeZone,
            @Nullable UUID offeringId,
            @Valid @Nullable List<Line> lines) {}

    record Search(@NotNull @Max(100) Integer limit, @Nullable LocalDate since) {}

    record Unwritable(String start) {
        public int getEnd() {
            return Integer.parseInt(start + ", a secret of the row");
        }
    }

    @RestController
    static class Failures {
        @GetMapping("/problem")
        void problem() {
            throw new SlotTaken("Choose another slot.");
        }

        @GetMapping("/row/{state}")
        void refusedByTheDatabase(@PathVariable String state) {
            throw new DataIntegrityViolationException("sql", new SQLException("secret", state));
        }

        @GetMapping("/problem/silent")
        void silent() {
            throw new SlotTaken(null);
        }

        @GetMapping("/problem/inherited")
        void inherited() {
            throw new SlotTakenTwice();
        }

        @GetMapping("/bug")
        void bug() {
            throw new IllegalStateException("jdbc:postgresql://db/secret failed in OrderTable");
        }

        @GetMapping("/error-thrown")
        void error() {
            throw new AssertionError("a secret of the JVM");
        }

        @GetMapping("/status")
        void status() {
            throw new ResponseStatusException(HttpStatus.INTERNAL_SERVER_ERROR, "a secret reason");
        }

        @GetMapping("/gone")
        void gone() {
            throw new ResponseStatusException(HttpStatus.GONE, "It was deleted.");
        }

        @GetMapping("/unwritable")
        Unwritable unwritable() {
            return new Unwritable("begun");
        }

        @GetMapping("/checked")
        @Max(10) int checkedAnswer() {
            return 11;
        }

        @PostMapping("/orders")
        Order order(@Valid @RequestBody Order order) {
            return order;
        }

        @PostMapping("/lines")
        List<Line> lines(@RequestBody List<@Valid Line> lines) {
            return lines;
        }

        @GetMapping("/limited")
        Map<String, Integer> limited(@RequestParam @Max(100) int limit) {
            return Map.of("limit", limit);
        }

        @GetMapping("/searches")
        Search search(@Valid @ModelAttribute Search search) {
            return search;
        }

        @GetMapping("/orders/{id}")
        UUID byId(@PathVariable UUID id) {
            return id;
        }

        @GetMapping(path = "/text", produces = MediaType.TEXT_PLAIN_VALUE)
        String text() {
            throw new SlotTaken("Choose another slot.");
        }

        @PostMapping(path = "/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
        long upload(@RequestParam MultipartFile file) {
            return file.getSize();
        }
    }

    @Component
    static class BrokenFilter extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            switch (request.getRequestURI()) {
                case "/filter/throws" -> throw new ServletException("a secret of the filter");
                case "/filter/refuses" -> response.sendError(429, "a secret of the limiter");
                case "/filter/unusual" -> response.sendError(499);
                default -> chain.doFilter(request, response);
            }
        }
    }
}
