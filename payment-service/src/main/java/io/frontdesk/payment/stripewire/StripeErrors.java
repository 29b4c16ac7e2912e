package io.frontdesk.payment.stripewire;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import io.frontdesk.payment.refusal.ProviderBusy;
import io.frontdesk.payment.refusal.ProviderRefused;
import io.frontdesk.payment.refusal.ProviderSilent;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.regex.Pattern;

/**
 * Stripe's errors as the seam's. Whatever is not clearly a no is silence: a connection lost once
 * the request was on its way, a 5xx, an answer that cannot be read, and a 409, for another request
 * under the same key is then still at work.
 */
public final class StripeErrors {
    /** Keys and secrets, also as Stripe shortens them. */
    private static final Pattern SECRET = Pattern.compile("\\b(sk|rk|pk|whsec)_[A-Za-z0-9_*]+");

    private StripeErrors() {}

    /** Without a cause: what the library's exceptions carry along is not for a log. */
    public static RuntimeException of(StripeException error) {
        return switch (error) {
            case RateLimitException e -> new ProviderBusy("Stripe is busy: " + words(e));
            case CardException e -> new ProviderRefused(words(e));
            case IdempotencyException e -> new ProviderRefused(words(e));
            case InvalidRequestException e -> new ProviderRefused(words(e));
            case AuthenticationException e -> new ProviderRefused(words(e));
            case ApiConnectionException e when neverSent(e) ->
                    new ProviderBusy("Stripe cannot be reached");
            default -> new ProviderSilent("Stripe did not say what it did" + status(error));
        };
    }

    public static boolean notFound(StripeException error) {
        return error instanceof InvalidRequestException
                && "resource_missing".equals(error.getCode());
    }

    private static boolean neverSent(Throwable error) {
        return error instanceof ConnectException
                || error instanceof HttpConnectTimeoutException
                || (error.getCause() != null && neverSent(error.getCause()));
    }

    private static String words(StripeException error) {
        var told = error.getStripeError();
        var message =
                told == null || told.getMessage() == null
                        ? "no reason given" + status(error)
                        : told.getMessage();
        return "Stripe: " + SECRET.matcher(message).replaceAll("$1_…");
    }

    private static String status(StripeException error) {
        var request = error.getRequestId() == null ? "" : ", request " + error.getRequestId();
        return error.getStatusCode() == null || error.getStatusCode() == 0
                ? " (no answer)"
                : " (status " + error.getStatusCode() + request + ")";
    }
}
