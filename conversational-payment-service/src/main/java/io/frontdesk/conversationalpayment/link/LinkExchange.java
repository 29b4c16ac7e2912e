package io.frontdesk.conversationalpayment.link;

import io.frontdesk.conversationalpayment.charging.LinkAnswer;
import io.frontdesk.conversationalpayment.charging.LinkOrder;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Links at payment-service, in the name of the person who asks. */
@HttpExchange
interface LinkExchange {
    String KEY = "Idempotency-Key";

    @PostExchange("/api/payments/links")
    LinkAnswer create(@RequestHeader(KEY) String key, @RequestBody LinkOrder order);

    @PostExchange("/api/payments/links/{id}/deactivation")
    LinkAnswer deactivate(@RequestHeader(KEY) String key, @PathVariable UUID id);
}
