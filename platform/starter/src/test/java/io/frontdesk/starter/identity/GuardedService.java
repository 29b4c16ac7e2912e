package io.frontdesk.starter.identity;

import io.frontdesk.starter.RunningService;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.UUID;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** An app that trusts the tokens of one gateway. */
final class GuardedService {
    static final SigningGateway GATEWAY = SigningGateway.start();
    private static final RunningService SERVICE =
            RunningService.start(App.class, "frontdesk.identity.jwks-uri=" + GATEWAY.keysUrl());

    private GuardedService() {}

    static RestTestClient client() {
        return SERVICE.client();
    }

    static RestTestClient.ResponseSpec get(String path, String token) {
        return client().get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    @EnableAutoConfiguration
    @Import(Answers.class)
    static class App {
        @Bean
        PublicPaths webhooks() {
            return new PublicPaths("/webhooks/**");
        }

        @Bean
        PublicPaths none() {
            return new PublicPaths();
        }
    }

    @RestController
    static class Answers {
        private final Tenancy tenancy;

        Answers(Tenancy tenancy) {
            this.tenancy = tenancy;
        }

        @GetMapping("/identity")
        Identity identity(Identity identity) {
            return identity;
        }

        @GetMapping("/tenant")
        UUID tenant() {
            return tenancy.require();
        }

        @GetMapping("/operators")
        @PreAuthorize("hasRole('operator')")
        String operators() {
            return "operators";
        }

        @GetMapping("/writers")
        @PreAuthorize("hasAuthority('SCOPE_knowledge:write')")
        String writers() {
            return "writers";
        }

        @PostMapping("/webhooks/{provider}")
        String webhook() {
            return "taken";
        }

        @GetMapping("/webhooks/identity")
        String anonymous(Identity identity) {
            return identity.subject();
        }
    }
}
