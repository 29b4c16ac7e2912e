package io.frontdesk.ragcore.reembedding;

import io.frontdesk.starter.problem.Problem;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A base is to have a model that is not configured. */
@Problem(
        status = HttpStatus.BAD_REQUEST,
        type = "embedding-model-unknown",
        title = "There is no such embedding model")
class UnknownEmbeddingModel extends RuntimeException {
    UnknownEmbeddingModel(List<String> known) {
        super("model must be one of " + String.join(", ", known) + ".");
    }
}
