package io.frontdesk.payment.request;

import io.frontdesk.starter.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.HttpStatus;

/** Tells requests apart that come under the same key, longer than the answers are kept. */
public final class RequestHash {
    private RequestHash() {}

    public static String of(String request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(request.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Makes sure that a repeated request is the same one.
     *
     * @throws OtherRequest when it is not
     */
    public static void same(String stored, String now) {
        if (!stored.equals(now)) {
            throw new OtherRequest();
        }
    }

    /** The key was used for something else. */
    @Problem(
            status = HttpStatus.UNPROCESSABLE_CONTENT,
            type = "idempotency-key-reused",
            title = "The Idempotency-Key was used for another request")
    static class OtherRequest extends RuntimeException {
        OtherRequest() {
            super("Use a new Idempotency-Key for a new request.");
        }
    }
}
