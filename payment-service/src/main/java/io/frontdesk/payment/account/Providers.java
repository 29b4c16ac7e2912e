package io.frontdesk.payment.account;

import io.frontdesk.payment.provider.PaymentProvider;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The providers that this service speaks to, by name. */
@Component
public class Providers {
    private final Map<String, PaymentProvider> byName;

    Providers(List<PaymentProvider> providers) {
        byName =
                providers.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        PaymentProvider::name, Function.identity()));
    }

    public PaymentProvider named(String name) {
        var provider = byName.get(name);
        if (provider == null) {
            throw new UnknownProvider(name);
        }
        return provider;
    }

    public PaymentProvider of(TenantAccount account) {
        return named(account.account().provider());
    }

    /** A provider's further skill, such as hosted pages. */
    public <D> D desk(TenantAccount account, Class<D> desk) {
        var provider = of(account);
        if (!desk.isInstance(provider)) {
            throw new NotOffered(provider.name());
        }
        return desk.cast(provider);
    }
}
