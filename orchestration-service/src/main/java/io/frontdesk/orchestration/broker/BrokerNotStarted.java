package io.frontdesk.orchestration.broker;

/** The broker could not open its port or its journal. */
final class BrokerNotStarted extends IllegalStateException {
    BrokerNotStarted(String where, Throwable cause) {
        super(
                "The event broker could not start on %s: %s. Is the port taken (frontdesk.broker.port),"
                        .formatted(where, cause.getMessage())
                        + " or does another process use the same frontdesk.state.directory?",
                cause);
    }
}
