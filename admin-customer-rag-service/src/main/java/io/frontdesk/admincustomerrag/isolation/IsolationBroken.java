package io.frontdesk.admincustomerrag.isolation;

import java.util.List;
import java.util.UUID;

/**
 * Event {@code io.frontdesk.customer-rag.isolation-broken}: somebody saw what is another's.
 *
 * @param probes the names of those that failed, with their direction
 */
record IsolationBroken(UUID reportId, List<String> probes) {
    static final String TYPE = "io.frontdesk.customer-rag.isolation-broken";
}
