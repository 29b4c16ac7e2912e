package io.frontdesk.payment.request;

import io.frontdesk.starter.identity.Identity;

/** An Idempotency-Key belongs to the caller who made it up. */
public final class CallerKey {
    private CallerKey() {}

    public static String of(Identity caller, String key) {
        return caller.subject() + "/" + key.strip();
    }
}
