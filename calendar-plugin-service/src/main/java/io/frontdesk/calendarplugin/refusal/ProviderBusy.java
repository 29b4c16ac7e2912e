package io.frontdesk.calendarplugin.refusal;

import io.frontdesk.starter.problem.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The provider did nothing this time; the same request may succeed later. */
@Problem(
        status = HttpStatus.SERVICE_UNAVAILABLE,
        type = "calendar-provider-busy",
        title = "The calendar provider is busy")
public class ProviderBusy extends RuntimeException {
    private final @Nullable Duration pause;

    /**
     * Says how long to wait.
     *
     * @param pause how long the provider asks us to wait (Retry-After); null when it does not say
     */
    public ProviderBusy(String message, @Nullable Duration pause) {
        super(message);
        this.pause = pause;
    }

    public @Nullable Duration pause() {
        return pause;
    }
}
