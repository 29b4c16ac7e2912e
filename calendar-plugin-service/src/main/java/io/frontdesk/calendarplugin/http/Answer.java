package io.frontdesk.calendarplugin.http;

import java.net.http.HttpHeaders;

/** What a provider answered, whole. */
public record Answer(int status, HttpHeaders headers, String text) {
    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** Without headers and text, which may carry what is nobody's business. */
    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
