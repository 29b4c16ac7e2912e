package io.frontdesk.conversationalpayment.catalogue;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** Two items in sale with one name could not be told apart in a conversation. */
@Problem(status = HttpStatus.CONFLICT, type = "item-name-taken", title = "The name is taken")
public class ItemNameTaken extends RuntimeException {
    ItemNameTaken(String name) {
        super("Another item in sale is already called \"" + name + "\".");
    }
}
