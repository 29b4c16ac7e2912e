package io.frontdesk.conversationalpayment.understanding;

import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Something that can be paid for. Its names are matched and never obeyed. */
public record Wish(UUID itemId, String name, Set<String> otherNames, @Nullable Money price) {}
