package io.frontdesk.gateway.user;

import io.frontdesk.gateway.audit.FailedAttempts;
import io.frontdesk.gateway.audit.RefusedRequests;
import io.frontdesk.gateway.audit.RequestOrigin;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks passwords, counts wrong ones, and stops looking at those of who guesses. */
@Component
class PasswordLogin extends DaoAuthenticationProvider {
    private static final int GUESSES = 20;

    private final FailedAttempts attempts;
    private final RefusedRequests refused;

    PasswordLogin(
            Users users,
            PasswordEncoder passwords,
            FailedAttempts attempts,
            RefusedRequests refused) {
        super(users);
        setPasswordEncoder(passwords);
        this.attempts = attempts;
        this.refused = refused;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String address = String.valueOf(RequestOrigin.address());
        // By name and address: a stranger elsewhere cannot lock a user out.
        String who = "login:" + login.getName() + "@" + address;
        if (attempts.tooMany(who, GUESSES)) {
            refused.count(null, "login-blocked", "password", address, "/login");
            throw new LockedException("Too many wrong passwords: wait a minute.");
        }
        try {
            return super.authenticate(login);
        } catch (AuthenticationException e) {
            attempts.failed(who);
            refused.count(null, "wrong-password", "password", address, "/login");
            throw e;
        }
    }
}
