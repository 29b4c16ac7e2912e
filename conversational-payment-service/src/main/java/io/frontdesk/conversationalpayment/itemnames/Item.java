package io.frontdesk.conversationalpayment.itemnames;

import java.util.Collection;
import java.util.UUID;

/**
 * Something that can be named.
 *
 * @param names the first is shown
 * @param wholeOnly its name reads like an instruction, so that only the whole of it names it
 */
public record Item(UUID id, Collection<String> names, boolean wholeOnly) {
    public String shown() {
        return names.iterator().next();
    }
}
