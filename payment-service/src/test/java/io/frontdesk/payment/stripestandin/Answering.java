package io.frontdesk.payment.stripestandin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The wire: keys, idempotency, checks and faults, around what an operation does. */
final class Answering implements HttpHandler {
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final Set<String> atWork = ConcurrentHashMap.newKeySet();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final PublishedApi api;
    private final List<String> violations;
    private final BiFunction<Request, String, ObjectNode> work;

    /** What a key was used for, and what came of it. */
    private record Kept(String request, ObjectNode form, Answer answer) {
        boolean is(Request other) {
            return request.equals(other.method() + other.path()) && form.equals(other.form());
        }
    }

    private record Answer(int status, String body) {}

    Answering(
            PublishedApi api,
            List<String> violations,
            BiFunction<Request, String, ObjectNode> work) {
        this.api = api;
        this.violations = violations;
        this.work = work;
    }

    Queue<Fault> faults() {
        return faults;
    }

    List<String> requests() {
        return requests;
    }

    void forgetKeys() {
        kept.clear();
    }

    void release() {
        released.countDown();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var request = request(exchange);
        var fault = request.method().equals("GET") ? null : faults.poll();
        try (exchange) {
            var answer = fault == null ? answer(request) : faulty(request, fault);
            deliver(exchange, answer, fault);
        }
    }

    private Request request(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var get = exchange.getRequestMethod().equals("GET");
        var headers = exchange.getRequestHeaders();
        var authorization = headers.getFirst("Authorization");
        requests.add(exchange.getRequestMethod() + " " + uri.getPath());
        return new Request(
                exchange.getRequestMethod(),
                uri.getPath(),
                Form.parse(get ? uri.getRawQuery() : body),
                headers.getFirst("Idempotency-Key"),
                authorization == null ? "" : authorization.replaceFirst("^Bearer ", ""));
    }

    private Answer faulty(Request request, Fault fault) {
        return switch (fault) {
            case BROKEN_BEFORE -> said(new StripeProblem(500, "api_error", null, "Broken."));
            case CROWDED ->
                    said(
                            new StripeProblem(
                                    429, "invalid_request_error", "rate_limit", "Too many."));
            case BUSY_KEY -> said(inUse());
            case BROKEN_AFTER -> {
                answer(request);
                yield said(new StripeProblem(500, "api_error", null, "Broken."));
            }
            case GARBAGE -> {
                answer(request);
                yield new Answer(200, "<html>bad gateway</html>");
            }
            default -> answer(request);
        };
    }

    private static StripeProblem inUse() {
        return new StripeProblem(
                409,
                "idempotency_error",
                "idempotency_key_in_use",
                "There is currently another in-progress request with this key.");
    }

    private Answer answer(Request request) {
        try {
            authorized(request);
            var operation = api.operation(request.method(), request.path());
            var problems = RequestCheck.problems(operation, request.form());
            if (!problems.isEmpty()) {
                violations.addAll(problems);
                throw StripeProblem.invalid("parameter_unknown", String.join("; ", problems));
            }
            return once(request, operation);
        } catch (StripeProblem problem) {
            return said(problem);
        }
    }

    private static void authorized(Request request) {
        if (!request.apiKey().matches("[sr]k_(test|live)_standin")) {
            throw new StripeProblem(
                    401,
                    "invalid_request_error",
                    null,
                    "Invalid API Key provided: " + request.apiKey());
        }
    }

    private Answer once(Request request, PublishedApi.Operation operation) {
        var key = request.idempotencyKey();
        if (key == null || request.method().equals("GET")) {
            return done(request, operation);
        }
        var form = request.form().deepCopy();
        var before = kept.get(key);
        if (before != null && !before.is(request)) {
            throw new StripeProblem(
                    400,
                    "idempotency_error",
                    null,
                    "Keys for idempotent requests can only be used with the same parameters they"
                            + " were first used with.");
        }
        if (before != null) {
            return before.answer();
        }
        if (!atWork.add(key)) {
            throw inUse();
        }
        try {
            var answer = done(request, operation);
            kept.put(key, new Kept(request.method() + request.path(), form, answer));
            return answer;
        } finally {
            atWork.remove(key);
        }
    }

    private Answer done(Request request, PublishedApi.Operation operation) {
        try {
            var answer = work.apply(request, operation.name());
            violations.addAll(api.answers().problems(operation, 200, answer));
            return new Answer(200, answer.toString());
        } catch (StripeProblem problem) {
            violations.addAll(api.answers().problems(operation, problem.status(), problem.body()));
            return said(problem);
        } catch (RuntimeException unforeseen) {
            violations.add(operation.name() + ": " + unforeseen);
            throw unforeseen;
        }
    }

    private static Answer said(StripeProblem problem) {
        return new Answer(problem.status(), problem.body().toString());
    }

    private void deliver(HttpExchange exchange, Answer answer, @Nullable Fault fault)
            throws IOException {
        if (fault == Fault.DROPPED) {
            return;
        }
        if (fault == Fault.MUTE) {
            awaitRelease();
            return;
        }
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("Request-Id", "req_standin");
        if (answer.status() == 429) {
            exchange.getResponseHeaders().add("Retry-After", "1");
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        var length = fault == Fault.CUT ? bytes.length / 2 : bytes.length;
        exchange.getResponseBody().write(bytes, 0, length);
        exchange.getResponseBody().flush();
    }

    private void awaitRelease() {
        try {
            released.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
