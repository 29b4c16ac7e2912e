package io.frontdesk.gateway.authentication;

import io.frontdesk.gateway.access.Caller;
import io.frontdesk.gateway.access.Role;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a caller who it is taken for. */
@RestController
class MeController {
    record Me(
            String subject,
            @Nullable UUID tenantId,
            SortedSet<Role> roles,
            SortedSet<String> scopes) {}

    @GetMapping("/api/me")
    Me me(Caller caller) {
        return new Me(
                caller.subject(),
                caller.tenant(),
                new TreeSet<>(caller.roles()),
                new TreeSet<>(caller.identity().scopes()));
    }
}
