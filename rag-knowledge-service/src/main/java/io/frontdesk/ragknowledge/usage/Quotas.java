package io.frontdesk.ragknowledge.usage;

import org.springframework.stereotype.Component;

/** Counts what a tenant uses against what it may use. */
@Component
public class Quotas {

    /**
     * Takes the place of one more document, in the transaction at hand.
     *
     * @throws QuotaExceeded when the tenant has as many as it may have
     */
    public void takeDocument() {}

    /**
     * Takes one question of this month's.
     *
     * @throws QuotaExceeded when none is left
     */
    public void takeQuestion() {}

    /**
     * Insists that so many more chunks may be stored.
     *
     * @throws QuotaExceeded when they are too many
     */
    public void requireChunks(int more) {}
}
