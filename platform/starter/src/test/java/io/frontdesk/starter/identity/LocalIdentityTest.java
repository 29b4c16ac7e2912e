package io.frontdesk.starter.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

class LocalIdentityTest {
    private static final UUID TENANT = UUID.randomUUID();

    private final LocalIdentity filter =
            new LocalIdentity(TENANT, InetAddress.getLoopbackAddress());

    @AfterEach
    void forgetTheCaller() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void takesACallerWithoutATokenForTheOwner() throws Exception {
        var caller = callerOf(new MockHttpServletRequest());
        assertThat(caller).isInstanceOf(IdentityAuthentication.class);
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isSameAs(caller);
        assertThat(
                        ((IdentityAuthentication) java.util.Objects.requireNonNull(caller))
                                .getPrincipal())
                .satisfies(identity -> {
                    assertThat(identity.tenant()).isEqualTo(TENANT);
                    assertThat(identity.roles())
                            .containsExactlyInAnyOrder("operator", "owner", "service");
                });
    }

    @Test
    void leavesACallerWithATokenToTheCheckOfTokens() throws Exception {
        var request = new MockHttpServletRequest();
        request.addHeader("Authorization", "Bearer x");
        assertThat(callerOf(request)).isNull();
    }

    private @Nullable Authentication callerOf(MockHttpServletRequest request) throws Exception {
        filter.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return SecurityContextHolder.getContext().getAuthentication();
    }
}
