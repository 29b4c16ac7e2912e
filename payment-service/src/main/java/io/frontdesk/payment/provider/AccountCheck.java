package io.frontdesk.payment.provider;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of an account whose keys work.
 *
 * @param currencies ISO 4217 codes that it settles in; empty when it does not say
 */
public record AccountCheck(
        @Nullable String accountReference, boolean live, Set<String> currencies) {}
