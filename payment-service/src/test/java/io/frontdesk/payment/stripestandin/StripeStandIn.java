package io.frontdesk.payment.stripestandin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.frontdesk.payment.notice.Webhook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * An account at Stripe on a port of its own. It keeps state as Stripe does, holds every request,
 * answer and event to Stripe's published API, and remembers each breach: after a test {@link
 * #violations()} must be empty.
 */
public final class StripeStandIn implements AutoCloseable {
    public static final String SECRET = SentEvents.SECRET;

    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final Map<String, JsonNode> linkForms = new HashMap<>();
    private final PublishedApi api = PublishedApi.get();
    private final Holdings held;
    private final SentEvents events;
    private final Book book;
    private final Intents intents;
    private final Returns returns;
    private final Pages pages;
    private final Customers customers;
    private final HttpServer server;
    private final Answering answering;

    public StripeStandIn(Clock clock) {
        held = new Holdings(api, clock);
        events = new SentEvents(api, violations, clock);
        book = new Book(held);
        intents = new Intents(held, book, events);
        returns = new Returns(held, book, events);
        pages = new Pages(held, intents, events);
        customers = new Customers(held);
        answering = new Answering(api, violations, this::answer);
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", answering);
        server.start();
    }

    public URI url() {
        return URI.create(
                "http://"
                        + server.getAddress().getHostString()
                        + ":"
                        + server.getAddress().getPort());
    }

    public List<String> violations() {
        return violations;
    }

    /** Forgets the breaches of a test that meant them. */
    public List<String> takeViolations() {
        var taken = List.copyOf(violations);
        violations.clear();
        return taken;
    }

    public void next(Fault fault) {
        answering.faults().add(fault);
    }

    /** As Stripe does after a day. */
    public void forgetKeys() {
        answering.forgetKeys();
    }

    /** An account as most are: each payment can be captured once. */
    public void allowOneCapture() {
        intents.allowOneCapture();
    }

    /** Gives lists in small pages, so that few things fill several. */
    public void largestPage(int items) {
        held.largestPage(items);
    }

    /** What was asked so far, as {@code POST /v1/refunds}. */
    public List<String> requests() {
        return answering.requests();
    }

    /** The webhooks since the last time, oldest first. */
    public List<Webhook> webhooks() {
        return events.drain();
    }

    public Webhook signed(String body) {
        return events.signed(body);
    }

    public synchronized int count(String kind) {
        return held.all(kind).size();
    }

    public JsonNode object(String id) {
        return held.get("object", id);
    }

    /** The payer comes back from authentication, as the one who they said they are or not. */
    public synchronized void authenticate(String intent, boolean succeeds) {
        var waiting = held.get("payment_intent", intent);
        if (succeeds) {
            intents.charge(waiting);
        } else {
            var error =
                    new StripeProblem(
                            402,
                            "card_error",
                            "payment_intent_authentication_failure",
                            "The provided PaymentMethod has failed authentication.");
            intents.fail(waiting, error.error());
        }
    }

    /** Somebody captures in Stripe's dashboard, where our marks are not left. */
    public synchronized void captureByHand(String intent, long amount) {
        var form = PublishedApi.JSON.createObjectNode().put("amount_to_capture", amount);
        intents.capture(
                new Request("POST", "/v1/payment_intents/" + intent + "/capture", form, null, ""));
    }

    public synchronized void expireAuthorization(String intent) {
        intents.end(held.get("payment_intent", intent), "automatic");
    }

    public synchronized void failRefund(String refund) {
        returns.fail(refund);
    }

    public synchronized String dispute(String intent, String status) {
        return returns.dispute(intent, status).get("id").asText();
    }

    public synchronized void decideDispute(String dispute, String status) {
        returns.close(held.get("dispute", dispute), status);
    }

    /** A payer opens the page and tries to pay; returns the session. */
    public synchronized String payOn(String page, String method) {
        var object = held.get("page", page);
        var form = linkForms.getOrDefault(page, PublishedApi.JSON.createObjectNode());
        var session =
                object.get("object").asText().equals("payment_link")
                        ? pages.visit(object, form)
                        : object;
        pages.pay(session, form, method);
        return session.get("id").asText();
    }

    /** The bank says no to what was paid on a page, days after the payer left it. */
    public synchronized void failLater(String session) {
        var page = held.get("checkout.session", session);
        var no = new StripeProblem(402, "card_error", "payment_method_provider_decline", "No.");
        intents.fail(held.get("payment_intent", page.get("payment_intent").asText()), no.error());
        events.tell("checkout.session.async_payment_failed", page);
    }

    public synchronized void expireSession(String session) {
        pages.expire(held.get("checkout.session", session));
    }

    /** Money that leaves for the business's bank. */
    public synchronized void payOut(long amount) {
        book.enter("payout", "po_" + amount, "eur", -amount, 0);
    }

    private synchronized ObjectNode answer(Request request, String operation) {
        var answer =
                switch (operation) {
                    case "POST /v1/payment_intents" -> intents.create(request);
                    case "GET /v1/payment_intents" ->
                            held.list("payment_intent", request, any -> true);
                    case "GET /v1/payment_intents/{intent}" ->
                            held.get("payment_intent", request.fromEnd(0));
                    case "POST /v1/payment_intents/{intent}/capture" -> intents.capture(request);
                    case "POST /v1/payment_intents/{intent}/cancel" -> intents.cancel(request);
                    case "POST /v1/refunds" -> returns.refund(request);
                    case "GET /v1/refunds" -> ofIntent("refund", request);
                    case "GET /v1/disputes" -> ofIntent("dispute", request);
                    case "POST /v1/disputes/{dispute}" -> returns.answer(request);
                    case "POST /v1/disputes/{dispute}/close" ->
                            returns.close(held.get("dispute", request.fromEnd(1)), "lost");
                    case "POST /v1/customers" -> customers.create(request);
                    case "DELETE /v1/customers/{customer}" -> customers.delete(request);
                    case "GET /v1/customers/{customer}/payment_methods" ->
                            customers.methods(request);
                    case "POST /v1/payment_methods/{payment_method}/attach" ->
                            customers.attach(request);
                    case "POST /v1/payment_methods/{payment_method}/detach" ->
                            customers.detach(request);
                    case "POST /v1/checkout/sessions" ->
                            remembered(pages.session(request), request);
                    case "GET /v1/checkout/sessions" -> visits(request);
                    case "GET /v1/checkout/sessions/{session}" ->
                            held.get("checkout.session", request.fromEnd(0));
                    case "POST /v1/checkout/sessions/{session}/expire" ->
                            pages.expire(held.get("checkout.session", request.fromEnd(1)));
                    case "POST /v1/payment_links" -> remembered(pages.link(request), request);
                    case "POST /v1/payment_links/{payment_link}" ->
                            held.get("payment_link", request.fromEnd(0))
                                    .put("active", "true".equals(request.text("active")));
                    case "GET /v1/balance_transactions" -> book.list(request);
                    case "GET /v1/balance" -> book.balance(request);
                    case "GET /v1/account" -> account(request);
                    default -> throw new IllegalArgumentException(operation);
                };
        return held.expanded(answer, request.expand());
    }

    private ObjectNode remembered(ObjectNode page, Request request) {
        linkForms.put(page.get("id").asText(), request.form().deepCopy());
        return page;
    }

    private ObjectNode ofIntent(String kind, Request request) {
        var intent = request.text("payment_intent");
        return held.list(
                kind, request, each -> each.path("payment_intent").asText().equals(intent));
    }

    private ObjectNode visits(Request request) {
        var by = request.form().has("payment_link") ? "payment_link" : "payment_intent";
        return held.list(
                "checkout.session",
                request,
                each -> each.path(by).asText().equals(request.text(by)));
    }

    private ObjectNode account(Request request) {
        if (request.apiKey().startsWith("rk_")) {
            throw new StripeProblem(
                    403,
                    "invalid_request_error",
                    null,
                    "The provided key '"
                            + request.apiKey()
                            + "' does not have the required"
                            + " permissions for this endpoint.");
        }
        var account = api.example("account").put("id", "acct_standin");
        account.remove("settings");
        return account;
    }

    @Override
    public void close() {
        answering.release();
        server.stop(0);
    }
}
