package io.frontdesk.calendarplugin.connection;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of changes that somebody makes to our events there. */
public enum ForeignChanges {
    /** A conflict for people to decide. */
    @JsonProperty("report")
    REPORT,
    /** The booking is changed alike, where its rules allow that. */
    @JsonProperty("apply")
    APPLY
}
