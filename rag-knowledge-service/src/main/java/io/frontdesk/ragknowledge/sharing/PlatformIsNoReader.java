package io.frontdesk.ragknowledge.sharing;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The platform was named as a tenant to share with. */
@Problem(
        status = HttpStatus.BAD_REQUEST,
        type = "platform-is-no-reader",
        title = "The platform is no tenant to share with")
class PlatformIsNoReader extends RuntimeException {
    PlatformIsNoReader() {
        super("Name a tenant, or share the base with everyone.");
    }
}
