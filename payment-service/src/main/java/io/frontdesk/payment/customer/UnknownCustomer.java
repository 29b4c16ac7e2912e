package io.frontdesk.payment.customer;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no such customer, or not with this provider. */
@Problem(status = HttpStatus.NOT_FOUND, type = "customer-unknown", title = "No such customer")
class UnknownCustomer extends RuntimeException {
    UnknownCustomer(UUID id) {
        super("There is no customer " + id + " with this provider.");
    }
}
