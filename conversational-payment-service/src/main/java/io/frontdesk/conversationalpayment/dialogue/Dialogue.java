package io.frontdesk.conversationalpayment.dialogue;

import io.frontdesk.conversationalpayment.collecting.Wanted;
import io.frontdesk.conversationalpayment.quote.Visitor;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dialogue about paying, and the quote that it has led to. */
record Dialogue(
        UUID id,
        String conversationId,
        @Nullable String agentId,
        Visitor visitor,
        Locale locale,
        @Nullable String currency,
        Wanted state,
        @Nullable UUID quoteId,
        int version,
        OffsetDateTime expiresAt) {}
