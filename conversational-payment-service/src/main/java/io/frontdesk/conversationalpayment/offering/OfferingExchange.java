package io.frontdesk.conversationalpayment.offering;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** The part of calendar-integration-service's API that this service uses. */
@HttpExchange
interface OfferingExchange {

    @GetExchange("/api/calendar/offerings")
    Offerings list(
            @RequestParam int limit, @RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/api/calendar/offerings/{id}")
    Offering get(@PathVariable UUID id);

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Offerings(List<Offering> items, @Nullable String nextCursor) {}
}
