package io.frontdesk.payment.provider;

/** What a provider can do beyond a charge and its refund. */
public enum Capability {
    MANUAL_CAPTURE,
    SEVERAL_CAPTURES,
    PARTIAL_REFUND,
    CUSTOMERS,
    LINKS,
    DISPUTES
}
