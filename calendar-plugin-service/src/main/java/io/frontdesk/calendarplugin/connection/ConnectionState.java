package io.frontdesk.calendarplugin.connection;

/** What was decided about a connection; whether it is up to date is another matter. */
public enum ConnectionState {
    AWAITING_CONSENT,
    ACTIVE,
    PAUSED,
    REVOKED
}
