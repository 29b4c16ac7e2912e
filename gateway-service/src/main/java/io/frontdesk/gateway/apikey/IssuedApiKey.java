package io.frontdesk.gateway.apikey;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A new key with its secret: the only time that the secret leaves the gateway. */
public record IssuedApiKey(@JsonUnwrapped ApiKey about, String key) {
    @Override
    public String toString() {
        return about.toString();
    }
}
