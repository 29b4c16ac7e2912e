package io.frontdesk.orchestration.broker;

/** The broker could not open its port or its journal. */
final class BrokerNotStarted extends IllegalStateException {
    BrokerNotStarted(String where, Throwable cause) {
        super(
                "The event broker could not start on %s: %s. %s"
                        .formatted(where, cause.getMessage(), hint(cause)),
                cause);
    }

    private static String hint(Throwable cause) {
        if (cause instanceof UnsupportedOperationException) {
            // Netty was loaded before it was told to.
            return "Run Java with -Dio.netty.noUnsafe=false.";
        }
        return "Is the port taken (frontdesk.broker.port), or does another process use the same"
                + " frontdesk.state.directory?";
    }
}
