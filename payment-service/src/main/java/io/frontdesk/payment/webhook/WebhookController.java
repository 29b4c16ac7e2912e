package io.frontdesk.payment.webhook;

import io.frontdesk.payment.notice.Webhook;
import io.frontdesk.starter.identity.PublicPaths;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where providers send messages, and operators look at them. */
@RestController
@RequestMapping("/api/payments/webhooks")
class WebhookController {
    private static final int LARGEST = 1 << 20;
    private static final int MOST_READ = 16 << 20;
    private static final Set<String> NOT_KEPT = Set.of("authorization", "cookie");

    private final WebhookInbox inbox;
    private final Webhooks webhooks;
    private final Tenancy tenancy;
    private final Clock clock;

    WebhookController(WebhookInbox inbox, Webhooks webhooks, Tenancy tenancy, Clock clock) {
        this.inbox = inbox;
        this.webhooks = webhooks;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Bean
    static PublicPaths webhookPaths() {
        return new PublicPaths("/api/payments/webhooks/{provider}");
    }

    @PostMapping("/{provider}")
    @ResponseStatus(HttpStatus.OK)
    @Operation(
            summary = "Takes a provider's message",
            description =
                    "The signature over the raw bytes tells whose it is. account is the id of the"
                            + " provider's entry in the configuration and saves a search.")
    void receive(
            @PathVariable String provider,
            @RequestParam @Nullable UUID account,
            HttpServletRequest request)
            throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            readOn(request.getInputStream());
            throw new WebhookTooLarge();
        }
        inbox.receive(provider, account, new Webhook(body, headers(request), clock.instant()));
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('owner', 'operator')")
    @Operation(summary = "Messages that were taken in, newest first")
    Page<StoredWebhook> list(
            @RequestParam @Nullable @Pattern(regexp = "received|processed|ignored") String status,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LARGEST) int limit,
            @RequestParam @Nullable UUID cursor) {
        tenancy.require();
        return Page.of(webhooks.list(status, cursor, limit + 1), limit, StoredWebhook::id);
    }

    @PostMapping("/{id}/replay")
    @PreAuthorize("hasAnyRole('owner', 'operator')")
    @Operation(summary = "Processes a message once more; what it tells is booked once all the same")
    StoredWebhook replay(@PathVariable UUID id) {
        tenancy.require();
        return webhooks.replay(id);
    }

    /** A sender that is still writing would see a broken connection instead of the answer. */
    private static void readOn(InputStream body) throws IOException {
        long left = MOST_READ;
        for (var read = 1L; left > 0 && read > 0; left -= read) {
            read = body.skip(left);
        }
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        var headers = new HashMap<String, String>();
        for (var name : Collections.list(request.getHeaderNames())) {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!NOT_KEPT.contains(lower)) {
                headers.put(lower, request.getHeader(name));
            }
        }
        return headers;
    }
}
