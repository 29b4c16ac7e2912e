package io.frontdesk.payment.page;

import io.frontdesk.payment.sandbox.SandboxCharge;
import io.frontdesk.payment.sandbox.SandboxTill;
import io.frontdesk.payment.wallet.SandboxLinks;
import io.frontdesk.payment.wallet.SandboxLinks.SandboxLink;
import io.frontdesk.payment.wallet.SandboxMethod;
import io.frontdesk.starter.identity.PublicPaths;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pages of the sandbox. Whoever has the address may use it: the token in it cannot be guessed. */
@RestController
@RequestMapping(path = "/api/payments", produces = MediaType.TEXT_HTML_VALUE)
class PayerController {
    private static final String TITLE = "Sandbox payment";
    private static final List<Html.Button> DECISIONS =
            List.of(
                    new Html.Button("decision", "approve", "Approve"),
                    new Html.Button("decision", "decline", "Decline"));
    private static final List<Html.Button> METHODS =
            Arrays.stream(SandboxMethod.values())
                    .filter(method ->
                            method != SandboxMethod.TIMEOUT
                                    && method != SandboxMethod.SLOW
                                    && method != SandboxMethod.UNREACHABLE)
                    .map(method ->
                            new Html.Button(
                                    "paymentMethod",
                                    method.token(),
                                    "Pay with " + method.display()))
                    .toList();

    private final SandboxTill till;
    private final SandboxLinks links;
    private final Tenancy tenancy;

    PayerController(SandboxTill till, SandboxLinks links, Tenancy tenancy) {
        this.till = till;
        this.links = links;
        this.tenancy = tenancy;
    }

    @Bean
    static PublicPaths payerPages() {
        return new PublicPaths("/api/payments/sandbox/authentications/*", "/api/payments/pay/*");
    }

    @GetMapping("/sandbox/authentications/{token}")
    @Operation(summary = "Where a payer approves or declines a payment of the sandbox")
    ResponseEntity<String> authentication(@PathVariable String token) {
        return charge(token)
                .map(charge ->
                        Html.page(
                                200,
                                "Do you approve this payment?",
                                List.of(charge.amount().toString()),
                                DECISIONS))
                .orElseGet(PayerController::nothing);
    }

    @PostMapping(
            path = "/sandbox/authentications/{token}",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Operation(summary = "The payer's decision: approve or decline")
    ResponseEntity<String> decide(
            @PathVariable String token, @RequestParam(required = false) @Nullable String decision) {
        var charge = charge(token);
        if (charge.isEmpty() || decision == null || !decision.matches("approve|decline")) {
            return nothing();
        }
        var approved = decision.equals("approve");
        var decided =
                tenancy.as(charge.get().tenant(), () -> till.authenticate(charge.get(), approved));
        var back = charge.get().returnUrl();
        if (back != null) {
            return ResponseEntity.status(303).location(URI.create(back)).build();
        }
        return Html.page(
                200,
                decided ? (approved ? "Approved" : "Declined") : "This was decided before",
                List.of("You may close this page."),
                List.of());
    }

    @GetMapping("/pay/{token}")
    @Operation(summary = "Where a payer of the sandbox chooses how to pay")
    ResponseEntity<String> pay(@PathVariable String token) {
        var link = link(token);
        if (link.isEmpty()) {
            return nothing();
        }
        return link.get().open()
                ? Html.page(200, TITLE, asked(link.get()), METHODS)
                : Html.page(
                        410, "This page is closed", List.of("It was paid or ended."), List.of());
    }

    @PostMapping(path = "/pay/{token}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Operation(summary = "The payer's choice of a method of the sandbox")
    ResponseEntity<String> choose(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String paymentMethod) {
        var link = link(token);
        var method = SandboxMethod.of(String.valueOf(paymentMethod));
        if (link.isEmpty() || method.isEmpty()) {
            return nothing();
        }
        var outcome = tenancy.as(link.get().tenant(), () -> till.pay(link.get(), method.get()));
        if (outcome.authentication() != null) {
            var next = "/api/payments/sandbox/authentications/" + outcome.authentication();
            return ResponseEntity.status(303).location(URI.create(next)).build();
        }
        return switch (outcome.word()) {
            case "paid" -> Html.page(200, "Thank you", asked(link.get()), List.of());
            case "declined" ->
                    Html.page(402, "The payment was declined", asked(link.get()), METHODS);
            default ->
                    Html.page(
                            410,
                            "This page is closed",
                            List.of("It was paid or ended."),
                            List.of());
        };
    }

    private static List<String> asked(SandboxLink link) {
        return List.of(link.description(), link.amount().toString());
    }

    private Optional<SandboxCharge> charge(String token) {
        return tenancy.asSystem(() -> till.charge(token));
    }

    private Optional<SandboxLink> link(String token) {
        return tenancy.asSystem(() -> links.withToken(token));
    }

    private static ResponseEntity<String> nothing() {
        return Html.page(404, "There is nothing here", List.of(), List.of());
    }
}
