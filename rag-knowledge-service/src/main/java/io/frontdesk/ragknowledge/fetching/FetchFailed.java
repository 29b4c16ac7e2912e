package io.frontdesk.ragknowledge.fetching;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An address that was asked and did not answer with a document; the message tells why. */
public final class FetchFailed extends RuntimeException {

    private static final int LONGEST_PAUSE = 24 * 60 * 60;

    private final Reason reason;
    private final int status;
    private final @Nullable Duration retryAfter;

    FetchFailed(Reason reason, String detail) {
        this(reason, detail, 0, null);
    }

    FetchFailed(Reason reason, String detail, int status, @Nullable Duration retryAfter) {
        super(detail);
        this.reason = reason;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** What a status means to somebody who came for a document. */
    static FetchFailed of(int status, @Nullable String retryAfter) {
        var reason =
                switch (status) {
                    case 404, 410 -> Reason.GONE;
                    case 429, 503 -> Reason.BUSY;
                    default -> status >= 500 ? Reason.UNREACHABLE : Reason.STATUS;
                };
        return new FetchFailed(
                reason,
                "The host answered with status " + status + ".",
                status,
                seconds(retryAfter));
    }

    /** Dates are rare there and depend on a clock that is not ours: they are left aside. */
    private static @Nullable Duration seconds(@Nullable String retryAfter) {
        return retryAfter != null && retryAfter.strip().matches("\\d{1,9}")
                ? Duration.ofSeconds(Math.min(LONGEST_PAUSE, Integer.parseInt(retryAfter.strip())))
                : null;
    }

    /** What can go wrong; some of it passes. */
    enum Reason {
        UNREACHABLE(true),
        TIMED_OUT(true),
        BUSY(true),
        STATUS(false),
        GONE(false),
        TOO_LARGE(false),
        TOO_MANY_REDIRECTS(false),
        MEDIA_TYPE(false),
        UNDECODABLE(false);

        private final boolean passing;

        Reason(boolean passing) {
            this.passing = passing;
        }
    }

    /** The last part of the problem type, for example {@code fetch-timed-out}. */
    public String type() {
        return "fetch-" + reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Whether it may go better later. */
    public boolean isPassing() {
        return reason.passing;
    }

    /** Whether the server says that there is nothing (any more): 404 or 410. */
    public boolean isGone() {
        return reason == Reason.GONE;
    }

    /** Whether the server asks to be left alone for a while: 429 or 503. */
    public boolean isBusy() {
        return reason == Reason.BUSY;
    }

    /** The status of the answer; 0 where there was none. */
    public int status() {
        return status;
    }

    /** For how long the server asks to be left alone. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
