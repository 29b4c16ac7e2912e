package io.frontdesk.admincustomerrag.usage;

/**
 * Event {@code io.frontdesk.customer-rag.quota-near}: a tenant has used this much of a quota; told
 * once for each kind, month and threshold.
 *
 * @param kind {@code documents}, {@code chunks}, {@code questions} or {@code money}
 * @param percent 80 or 100
 * @param share of what is allowed, 1 for all of it
 */
record QuotaNear(String month, String kind, int percent, double share) {
    static final String TYPE = "io.frontdesk.customer-rag.quota-near";
}
