package io.frontdesk.starter.secrets;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** A sealed secret that no present key opens: the key was lost, or the row was tampered with. */
@Problem(
        status = HttpStatus.SERVICE_UNAVAILABLE,
        type = "secret-unreadable",
        title = "A stored secret cannot be read")
public class SecretUnreadable extends RuntimeException {
    SecretUnreadable() {
        super("Enter the secret again; the key that sealed it is not the present one.");
    }
}
