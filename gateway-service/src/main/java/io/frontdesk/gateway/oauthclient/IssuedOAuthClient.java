package io.frontdesk.gateway.oauthclient;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A new client with its secret, which is shown this once. */
record IssuedOAuthClient(@JsonUnwrapped OAuthClient about, String clientId, String clientSecret) {
    @Override
    public String toString() {
        return about.toString();
    }
}
