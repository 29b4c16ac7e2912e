package io.frontdesk.starter.events;

/** Tells other services what happened. */
public interface Events {
    /**
     * Publishes a fact with the transaction at hand: it goes out when and only when that commits.
     * The event's tenant is the one whose transaction this is.
     *
     * @param type for example {@code io.frontdesk.knowledge.document-deleted}
     * @param subject what it is about; usually an id
     * @param data becomes JSON; at most 256 kB of it
     * @throws IllegalStateException outside a transaction
     * @throws IllegalArgumentException when the data cannot become JSON or is too large
     */
    void publish(String type, String subject, Object data);
}
