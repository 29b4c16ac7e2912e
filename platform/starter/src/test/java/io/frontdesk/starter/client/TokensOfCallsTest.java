package io.frontdesk.starter.client;

import static io.frontdesk.starter.client.CallingService.CALLEE;
import static io.frontdesk.starter.client.CallingService.GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontdesk.starter.client.CallingService.Echo;
import io.frontdesk.starter.client.CallingService.Stranger;
import io.frontdesk.starter.identity.Identity;
import io.frontdesk.starter.identity.IdentityAuthentication;
import io.frontdesk.starter.identity.SigningGateway;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

/** As whom a service calls another one. */
class TokensOfCallsTest {
    private static final UUID TENANT = SigningGateway.TENANT;

    private final Echo echo = CallingService.bean(Echo.class);
    private final Tenancy tenancy = CallingService.bean(Tenancy.class);

    @AfterEach
    void forgetTheCaller() {
        SecurityContextHolder.clearContext();
        GATEWAY.answerWith(200);
    }

    @Test
    void passesTheTokenOfTheCallerOn() {
        calledBy(TENANT, "of-the-caller");
        assertThat(echo.get().authorization()).isEqualTo("Bearer of-the-caller");
        assertThat(echo.post().authorization()).isEqualTo("Bearer of-the-caller");
    }

    @Test
    void usesItsOwnTokenInBackgroundWork() {
        var tenant = UUID.randomUUID();
        var seen = tenancy.as(tenant, echo::get);
        assertThat(seen.authorization()).startsWith("Bearer own-");
        assertThat(GATEWAY.tokenRequests().getLast()).endsWith("&tenant=" + tenant);
    }

    @Test
    void usesItsOwnTokenWhereItWorksForAnotherTenantThanTheCallers() {
        calledBy(TENANT, "of-the-caller");
        var seen = tenancy.as(UUID.randomUUID(), echo::get);
        assertThat(seen.authorization()).startsWith("Bearer own-");
        assertThat(tenancy.asSystem(echo::get).authorization()).startsWith("Bearer own-");
    }

    @Test
    void usesItsOwnTokenWhereTheCallerHasNone() {
        calledBy(TENANT, null);
        assertThat(echo.get().authorization()).startsWith("Bearer own-");
    }

    @Test
    void showsNoTokenToAServerThatIsNotOfTheFleet() {
        calledBy(TENANT, "of-the-caller");
        assertThat(CallingService.bean(Stranger.class).get().authorization()).isEqualTo("null");
    }

    @Test
    void callsNobodyWhileItGetsNoToken() {
        GATEWAY.answerWith(500);
        var before = CALLEE.requests();
        for (var i = 0; i < 15; i++) {
            assertThatExceptionOfType(ServiceUnavailable.class)
                    .isThrownBy(() -> tenancy.as(UUID.randomUUID(), echo::post))
                    .withMessageStartingWith("gateway-service does not answer");
        }
        assertThat(CALLEE.requests()).isEqualTo(before);
        calledBy(TENANT, "of-the-caller");
        assertThat(echo.get().authorization()).isEqualTo("Bearer of-the-caller");
    }

    private static void calledBy(UUID tenant, @Nullable String token) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new IdentityAuthentication(
                                new Identity("anna", tenant, Set.of("staff"), Set.of()), token));
    }
}
