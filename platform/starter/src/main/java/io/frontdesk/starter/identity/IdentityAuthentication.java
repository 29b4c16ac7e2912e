package io.frontdesk.starter.identity;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** An identity, and the token that attests it (none in local mode). */
public final class IdentityAuthentication extends AbstractAuthenticationToken {
    private final transient Identity identity;
    private final @Nullable String token;

    public IdentityAuthentication(Identity identity, @Nullable String token) {
        super(authorities(identity));
        this.identity = identity;
        this.token = token;
        setAuthenticated(true);
    }

    private static java.util.List<SimpleGrantedAuthority> authorities(Identity identity) {
        return Stream.concat(
                        identity.roles().stream().map(role -> "ROLE_" + role),
                        identity.scopes().stream().map(scope -> "SCOPE_" + scope))
                .map(SimpleGrantedAuthority::new)
                .toList();
    }

    @Override
    public Identity getPrincipal() {
        return identity;
    }

    @Override
    public @Nullable String getCredentials() {
        return token;
    }

    @Override
    public String getName() {
        return identity.subject();
    }
}
