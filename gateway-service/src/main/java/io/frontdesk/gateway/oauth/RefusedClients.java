package io.frontdesk.gateway.oauth;

import io.frontdesk.gateway.audit.RefusedRequests;
import io.frontdesk.gateway.audit.RequestOrigin;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/** Records clients that could not say who they are. */
@Configuration(proxyBeanMethods = false)
class RefusedClients {
    private final RefusedRequests refused;

    RefusedClients(RefusedRequests refused) {
        this.refused = refused;
    }

    /** By default, failures that are OAuth's own are not published. */
    @Bean
    static AuthenticationEventPublisher authenticationEventPublisher(
            ApplicationEventPublisher events) {
        var publisher = new DefaultAuthenticationEventPublisher(events);
        publisher.setDefaultAuthenticationFailureEvent(
                AuthenticationFailureBadCredentialsEvent.class);
        return publisher;
    }

    @EventListener
    void count(AbstractAuthenticationFailureEvent failure) {
        if (failure.getAuthentication() instanceof OAuth2ClientAuthenticationToken) {
            var address = String.valueOf(RequestOrigin.address());
            refused.count(null, "wrong-client-secret", "client", address, "/oauth2/token");
        }
    }
}
