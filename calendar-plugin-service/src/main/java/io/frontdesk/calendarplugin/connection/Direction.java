package io.frontdesk.calendarplugin.connection;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which way a connection carries events. */
public enum Direction {
    @JsonProperty("both")
    BOTH,
    @JsonProperty("read")
    READ,
    @JsonProperty("write")
    WRITE;

    public boolean reads() {
        return this != WRITE;
    }

    public boolean writes() {
        return this != READ;
    }
}
