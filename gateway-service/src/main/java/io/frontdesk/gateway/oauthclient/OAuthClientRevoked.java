package io.frontdesk.gateway.oauthclient;

import java.util.UUID;

/** A client gets no more tokens, and those that it has are refused. */
public record OAuthClientRevoked(UUID id) {}
