package io.frontdesk.conversationalpayment.dialogue;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Dialogues that cannot go on. */
abstract sealed class DialogueRefused extends RuntimeException {
    private DialogueRefused(String message) {
        super(message);
    }

    /** The tenant has no dialogue of this id. */
    @Problem(status = HttpStatus.NOT_FOUND, type = "dialogue-not-found", title = "No such dialogue")
    static final class NotFound extends DialogueRefused {
        NotFound(UUID id) {
            super("There is no dialogue " + id + ".");
        }
    }

    /** Nobody has said anything for too long. */
    @Problem(status = HttpStatus.GONE, type = "dialogue-expired", title = "The dialogue is over")
    static final class Expired extends DialogueRefused {
        Expired() {
            super("This dialogue has expired. Begin a new one.");
        }
    }

    /** Two messages at once would overwrite each other. */
    @Problem(
            status = HttpStatus.CONFLICT,
            type = "dialogue-busy",
            title = "Another message is being read")
    static final class Busy extends DialogueRefused {
        Busy() {
            super("Another message of this dialogue came in between. Send yours again.");
        }
    }
}
