package io.frontdesk.gateway.credential;

import io.frontdesk.gateway.access.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a presented secret or token turned out to be. */
public sealed interface Credential {
    /**
     * Someone we know.
     *
     * @param until from when on it is refused although it was valid
     */
    record Valid(Caller caller, @Nullable Instant until) implements Credential {}

    /**
     * Nothing that opens a door.
     *
     * @param reason for the audit log; the caller is not told
     * @param credential which one, where that is known
     */
    record Refused(String reason, String credential, @Nullable UUID tenant) implements Credential {
        static Refused unknown(String reason) {
            return new Refused(reason, "unknown", null);
        }
    }
}
