package io.frontdesk.admincustomerrag.audit;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What was done; the reads among them are those that show or prove a tenant's content. */
public enum AuditAction {
    @JsonProperty("configuration.changed")
    CONFIGURATION_CHANGED("configuration.changed"),
    @JsonProperty("configuration.rolled-back")
    CONFIGURATION_ROLLED_BACK("configuration.rolled-back"),
    @JsonProperty("isolation.requested")
    ISOLATION_REQUESTED("isolation.requested"),
    @JsonProperty("isolation.finished")
    ISOLATION_FINISHED("isolation.finished"),
    @JsonProperty("knowledge.exported")
    KNOWLEDGE_EXPORTED("knowledge.exported"),
    @JsonProperty("knowledge.imported")
    KNOWLEDGE_IMPORTED("knowledge.imported"),
    @JsonProperty("erasure.requested")
    ERASURE_REQUESTED("erasure.requested"),
    @JsonProperty("erasure.completed")
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
