package io.frontdesk.gateway.edge;

/** By which the logs of all services tell one caller's request from another. */
public final class RequestId {
    public static final String HEADER = "X-Request-Id";

    /** The request attribute that holds it. */
    public static final String ATTRIBUTE = RequestId.class.getName();

    private RequestId() {}
}
