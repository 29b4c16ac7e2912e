package io.frontdesk.starter.tenancy;

import static io.frontdesk.starter.tenancy.TenantRows.A;
import static io.frontdesk.starter.tenancy.TenantRows.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontdesk.starter.identity.Identity;
import io.frontdesk.starter.identity.IdentityAuthentication;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class TenancyTest {
    private final Tenancy tenancy = new Tenancy();

    @AfterEach
    void forgetTheCaller() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void isThatOfTheCaller() {
        calledBy(A);
        assertThat(tenancy.current()).contains(A);
        assertThat(tenancy.require()).isEqualTo(A);
        assertThat(tenancy.system()).isFalse();
    }

    @Test
    void isNoneForACallerWithoutATenant() {
        calledBy(null);
        assertThat(tenancy.current()).isEmpty();
        assertThatExceptionOfType(NoTenant.class).isThrownBy(tenancy::require);
    }

    @Test
    void isNoneForACallerThatIsNotTheGateways() {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(A.toString(), A, "ROLE_owner"));
        assertThat(tenancy.current()).isEmpty();
    }

    @Test
    void isThatOfTheWorkWhileItIsDone() {
        calledBy(A);
        assertThat(tenancy.as(B, tenancy::current)).contains(B);
        var seen = new AtomicReference<UUID>();
        tenancy.as(B, () -> seen.set(tenancy.require()));
        assertThat(seen).hasValue(B);
        assertThat(tenancy.current()).contains(A);
    }

    @Test
    void isNoneForTheSystemWhoeverCalls() {
        calledBy(A);
        assertThat(tenancy.asSystem(tenancy::current)).isEmpty();
        assertThat(tenancy.asSystem(tenancy::system)).isTrue();
        assertThat(tenancy.system()).isFalse();
    }

    @Test
    void isNoLongerTheSystemInsideTheWorkOfATenant() {
        assertThat(tenancy.asSystem(() -> tenancy.as(A, tenancy::system))).isFalse();
        assertThat(tenancy.as(A, () -> tenancy.asSystem(tenancy::current))).isEmpty();
    }

    @Test
    void isRestoredWhenTheWorkFails() {
        calledBy(A);
        assertThatExceptionOfType(NoTenant.class)
                .isThrownBy(() -> tenancy.asSystem(tenancy::require));
        assertThat(tenancy.current()).contains(A);
        assertThat(tenancy.system()).isFalse();
    }

    private static void calledBy(@Nullable UUID tenant) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new IdentityAuthentication(
                                new Identity("anna", tenant, Set.of("staff"), Set.of()), "token"));
    }
}
