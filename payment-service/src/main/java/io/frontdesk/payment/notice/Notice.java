package io.frontdesk.payment.notice;

import io.frontdesk.payment.fact.Fact;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook tells.
 *
 * @param id the provider's own id of the message: told twice, it is handled once
 * @param type the provider's word, for operators to read
 * @param paymentId ours, where the provider returned it
 * @param facts none for a kind that means nothing to us
 */
public record Notice(String id, String type, @Nullable UUID paymentId, List<Fact> facts) {}
