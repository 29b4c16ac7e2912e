package io.frontdesk.payment.notice;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A provider's message as it came.
 *
 * @param headers by lower-case name
 * @param receivedAt the clock against which its age is measured
 */
// An array, for a signature is over these very bytes, and nothing compares two webhooks.
@SuppressWarnings("ArrayRecordComponent")
public record Webhook(byte[] body, Map<String, String> headers, Instant receivedAt) {
    public @Nullable String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }
}
