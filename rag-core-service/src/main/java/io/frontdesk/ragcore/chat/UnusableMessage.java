package io.frontdesk.ragcore.chat;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** A message without text, or with something else than text. */
@Problem(
        status = HttpStatus.BAD_REQUEST,
        type = "message-unusable",
        title = "A message cannot be used")
class UnusableMessage extends RuntimeException {
    UnusableMessage(String detail) {
        super(detail);
    }
}
