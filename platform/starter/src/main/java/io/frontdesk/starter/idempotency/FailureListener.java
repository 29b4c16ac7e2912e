package io.frontdesk.starter.idempotency;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;

/** Frees the key when an asynchronous answer turns out to be an error. */
record FailureListener(KeyedCall call, HttpServletResponse response) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
        if (response.getStatus() >= 400) {
            call.failedLater();
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // The framework answers, and completes.
    }

    @Override
    public void onError(AsyncEvent event) {
        // The framework answers, and completes.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
