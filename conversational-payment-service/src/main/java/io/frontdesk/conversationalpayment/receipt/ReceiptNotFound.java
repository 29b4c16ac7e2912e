package io.frontdesk.conversationalpayment.receipt;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no receipt of this id. */
@Problem(status = HttpStatus.NOT_FOUND, type = "receipt-not-found", title = "No such receipt")
public class ReceiptNotFound extends RuntimeException {
    ReceiptNotFound(UUID id) {
        super("There is no receipt " + id + ".");
    }
}
