package io.frontdesk.conversationalpayment.currencies;

import java.util.List;

/**
 * A currency as a message names it.
 *
 * @param from its first token
 * @param to behind its last token
 * @param codes the ISO 4217 codes that it can mean; none for a hundredth of any currency
 * @param hundredth whether it names cents and their like
 * @param code whether it is an ISO 4217 code
 */
public record CurrencyMention(
        int from, int to, List<String> codes, boolean hundredth, boolean code) {}
