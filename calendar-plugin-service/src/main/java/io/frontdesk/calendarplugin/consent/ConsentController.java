package io.frontdesk.calendarplugin.consent;

import io.frontdesk.starter.identity.PublicPaths;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ConsentController {
    private final TakeConsent takeConsent;

    ConsentController(TakeConsent takeConsent) {
        this.takeConsent = takeConsent;
    }

    /** The browser comes from the provider: the state is all that it is known by. */
    @Bean
    static PublicPaths consentCallback() {
        return new PublicPaths("/api/calendar/connections/*/callback");
    }

    @GetMapping("/api/calendar/connections/{provider}/callback")
    @Operation(summary = "Takes the consent of a calendar's owner (OAuth 2.0 redirect)")
    Consented callback(
            @PathVariable String provider,
            @RequestParam(required = false) @Size(max = 4096) @Nullable String code,
            @RequestParam(required = false) @Size(max = 200) @Nullable String state,
            @RequestParam(required = false) @Size(max = 200) @Nullable String error) {
        return new Consented(takeConsent.take(provider, code, state, error), "connected");
    }

    record Consented(UUID id, String status) {}
}
