package io.frontdesk.conversationalpayment.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says. Where it can be read in several ways nothing is chosen: see the ambiguities.
 *
 * @param items named without doubt; 1 of each where nothing counts
 * @param amount above zero and payable in its currency; null when none is written or it is
 *     ambiguous
 * @param suspicious the message tries to dictate rules or prices, or hides characters
 */
public record Understood(
        Intent intent,
        List<Chosen> items,
        @Nullable Amount amount,
        List<Ambiguity> ambiguities,
        boolean suspicious) {}
