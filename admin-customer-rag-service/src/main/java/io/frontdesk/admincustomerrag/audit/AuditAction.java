package io.frontdesk.admincustomerrag.audit;

/** What was done; the reads among them are those that show or prove a tenant's content. */
public enum AuditAction {
    CONFIGURATION_CHANGED("configuration.changed"),
    CONFIGURATION_ROLLED_BACK("configuration.rolled-back"),
    ISOLATION_REQUESTED("isolation.requested"),
    ISOLATION_FINISHED("isolation.finished"),
    KNOWLEDGE_EXPORTED("knowledge.exported"),
    KNOWLEDGE_IMPORTED("knowledge.imported"),
    ERASURE_REQUESTED("erasure.requested"),
    ERASURE_COMPLETED("erasure.completed");

    private final String wire;

    AuditAction(String wire) {
        this.wire = wire;
    }

    /** As it stands in rows and on the wire. */
    public String wire() {
        return wire;
    }
}
