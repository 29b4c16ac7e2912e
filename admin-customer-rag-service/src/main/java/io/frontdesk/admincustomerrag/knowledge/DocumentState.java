package io.frontdesk.admincustomerrag.knowledge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** How far a document is: {@code ready} and {@code failed} are ends. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DocumentState(String status) {
    public boolean isOver() {
        return status.equals("ready") || status.equals("failed");
    }

    public boolean isReady() {
        return status.equals("ready");
    }
}
