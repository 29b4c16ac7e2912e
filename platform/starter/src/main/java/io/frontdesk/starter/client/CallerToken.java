package io.frontdesk.starter.client;

import io.frontdesk.starter.identity.IdentityAuthentication;
import io.frontdesk.starter.identity.ServiceTokens;
import io.frontdesk.starter.tenancy.Tenancy;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.client.RestClientException;

/** Passes the caller's token on; work that no caller waits for uses the service's own. */
final class CallerToken implements ClientHttpRequestInterceptor {
    private final ServiceTokens own;
    private final Tenancy tenancy;

    CallerToken(ServiceTokens own, Tenancy tenancy) {
        this.own = own;
        this.tenancy = tenancy;
    }

    @Override
    public ClientHttpResponse intercept(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        ofCaller()
                .or(this::ofThisService)
                .ifPresent(token -> request.getHeaders().setBearerAuth(token));
        return execution.execute(request, body);
    }

    private Optional<String> ofThisService() {
        try {
            return own.forTenant(tenancy.current().orElse(null));
        } catch (RestClientException e) {
            // Not the failure of the service that is to be called.
            throw new ServiceUnavailable("gateway-service", e);
        }
    }

    private Optional<String> ofCaller() {
        var tenant = tenancy.current().orElse(null);
        return SecurityContextHolder.getContext().getAuthentication()
                                instanceof IdentityAuthentication caller
                        && Objects.equals(caller.getPrincipal().tenant(), tenant)
                ? Optional.ofNullable(caller.getCredentials())
                : Optional.empty();
    }
}
