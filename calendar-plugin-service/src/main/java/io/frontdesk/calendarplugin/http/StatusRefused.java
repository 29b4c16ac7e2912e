package io.frontdesk.calendarplugin.http;

import io.frontdesk.calendarplugin.refusal.ProviderRefused;

/**
 * A refusal whose status may mean something milder to the caller, for example 404 for a removal.
 */
public final class StatusRefused extends ProviderRefused {
    private final int status;
    private final String code;

    /**
     * Keeps what tells refusals apart.
     *
     * @param code the provider's own word; only one of letters goes into the message
     */
    public StatusRefused(String provider, int status, String code) {
        super(
                provider
                        + " refused the request: "
                        + status
                        + (code.matches("[A-Za-z_]{1,60}") ? " " + code : "")
                        + ".");
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** Whether what was asked for is not there, or not any more. */
    public boolean gone() {
        return status == 404 || status == 410;
    }
}
