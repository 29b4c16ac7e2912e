package io.frontdesk.ragknowledge.erasure;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no erasure of this id. */
@Problem(status = HttpStatus.NOT_FOUND, type = "erasure-not-found", title = "No such erasure")
class ErasureNotFound extends RuntimeException {
    ErasureNotFound(UUID id) {
        super("There is no erasure " + id + ".");
    }
}
