package io.frontdesk.conversationalpayment.collecting;

import java.util.List;

/**
 * What a message has led to.
 *
 * @param missing {@code item}, {@code quantity}, {@code amount} or {@code currency}; nothing when a
 *     quote can be made
 * @param notes sentences for the visitor
 */
public record Outcome(Wanted wanted, List<String> missing, List<String> notes) {
    public boolean complete() {
        return missing.isEmpty();
    }
}
