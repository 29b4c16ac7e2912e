package io.frontdesk.conversationalpayment.catalogue;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no catalogue item of this id. */
@Problem(status = HttpStatus.NOT_FOUND, type = "item-not-found", title = "No such item")
public class ItemNotFound extends RuntimeException {
    ItemNotFound(UUID id) {
        super("There is no catalogue item " + id + ".");
    }
}
