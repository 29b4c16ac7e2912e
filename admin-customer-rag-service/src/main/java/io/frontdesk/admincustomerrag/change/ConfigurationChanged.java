package io.frontdesk.admincustomerrag.change;

import io.frontdesk.admincustomerrag.policy.Policy;

/**
 * Event {@code io.frontdesk.customer-rag.configuration-changed}: from now on the tenant is answered
 * this way.
 */
record ConfigurationChanged(int version, Policy configuration) {
    static final String TYPE = "io.frontdesk.customer-rag.configuration-changed";
}
