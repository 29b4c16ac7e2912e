package io.frontdesk.payment.stripewire;

import com.google.gson.JsonParseException;
import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.service.V1Services;
import io.frontdesk.payment.provider.Account;
import io.frontdesk.payment.refusal.ProviderRefused;
import io.frontdesk.payment.refusal.ProviderSilent;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Calls to Stripe with a tenant's own key. The library never repeats a request: a repetition would
 * keep the payer waiting, and whoever asks here has a key to ask again with, and a repair that
 * does.
 */
@Component
public final class StripeCalls {
    private static final Pattern KEY = Pattern.compile("(sk|rk)_(live|test)_\\S+");

    static {
        // Would tell one tenant's request times and ids in another tenant's requests.
        Stripe.enableTelemetry = false;
    }

    private final StripeProperties properties;
    private final StripeHttp http;

    public StripeCalls(StripeProperties properties) {
        this.properties = properties;
        this.http = new StripeHttp(properties.connectTimeout(), properties.readTimeout());
    }

    @FunctionalInterface
    public interface Call<T> {
        T on(V1Services stripe, RequestOptions options) throws StripeException;
    }

    @FunctionalInterface
    public interface Otherwise<T> {
        /** Throws what {@link StripeErrors} makes of it, where the error is no answer. */
        T answer(StripeException error);
    }

    /** Asks for what changes nothing. */
    public <T> T read(Account account, Call<T> call) {
        return ask(account, null, call);
    }

    /** Nothing where the error says so. */
    public <T> Optional<T> find(Account account, Predicate<StripeException> nothing, Call<T> call) {
        return ask(
                account,
                null,
                (stripe, options) -> Optional.of(call.on(stripe, options)),
                error -> {
                    if (nothing.test(error)) {
                        return Optional.empty();
                    }
                    throw StripeErrors.of(error);
                });
    }

    public <T> T ask(Account account, @Nullable String key, Call<T> call) {
        return ask(
                account,
                key,
                call,
                error -> {
                    throw StripeErrors.of(error);
                });
    }

    public <T> T ask(Account account, @Nullable String key, Call<T> call, Otherwise<T> otherwise) {
        var options = RequestOptions.builder().setIdempotencyKey(key).build();
        try {
            return call.on(client(account).v1(), options);
        } catch (StripeException error) {
            return otherwise.answer(error);
        } catch (JsonParseException unreadable) {
            throw new ProviderSilent("Stripe's answer cannot be read");
        }
    }

    /**
     * One for each call, as it holds a key; a client is three small objects, and the connections
     * are shared.
     */
    private StripeClient client(Account account) {
        return StripeClient.builder()
                .setApiKey(usable(account))
                .setApiBase(properties.apiUrl().toString())
                .setHttpClient(http)
                .setMaxNetworkRetries(0)
                .build();
    }

    /** A live key in a test account, or the other way round, is stopped before it does anything. */
    private static String usable(Account account) {
        var key = KEY.matcher(account.secretKey());
        if (!key.matches()) {
            throw new ProviderRefused(
                    "A secret key of Stripe begins with sk_live_, sk_test_, rk_live_ or rk_test_");
        }
        if (key.group(2).equals("live") != account.live()) {
            throw new ProviderRefused(
                    "The key is for Stripe's "
                            + key.group(2)
                            + " mode, the account is configured for the other one");
        }
        return account.secretKey();
    }
}
