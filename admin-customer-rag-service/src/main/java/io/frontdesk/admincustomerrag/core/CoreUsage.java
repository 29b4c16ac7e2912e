package io.frontdesk.admincustomerrag.core;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant has in rag-core-service.
 *
 * @param spent on language models this month, with what is reserved for calls that run; null where
 *     nothing is counted
 */
public record CoreUsage(long chunks, long textBytes, @Nullable Money spent) {}
