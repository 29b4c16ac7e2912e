package io.frontdesk.ragcore.recall;

/**
 * The index misses chunks of the event's tenant.
 *
 * @param index its kind
 * @param recall the share of the ten nearest chunks that it found, 0 to 1
 * @param floor what it should be at least
 */
record RecallLow(String index, double recall, double floor) {
    static final String TYPE = "io.frontdesk.rag-core.recall-low";
}
