package io.frontdesk.conversationalpayment.quote;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a quote promises, and nothing else.
 *
 * @param policyVersion the policy under which it was made
 * @param expiresAt until when it can be confirmed
 * @param payableUntil until when, once confirmed, it may be paid: approvals and links take longer
 */
public record Promise(
        UUID id,
        UUID tenant,
        @Nullable String conversationId,
        @Nullable String agentId,
        Visitor visitor,
        @Nullable Slot slot,
        List<QuoteLine> lines,
        Money total,
        int policyVersion,
        OffsetDateTime expiresAt,
        OffsetDateTime payableUntil) {}
