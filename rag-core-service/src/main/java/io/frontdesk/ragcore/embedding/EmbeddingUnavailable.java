package io.frontdesk.ragcore.embedding;

import io.frontdesk.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The endpoint of an embedding model does not answer, or not with what was asked for. */
@Problem(
        status = HttpStatus.SERVICE_UNAVAILABLE,
        type = "embedding-unavailable",
        title = "The embedding model does not answer as it should")
public class EmbeddingUnavailable extends RuntimeException {
    EmbeddingUnavailable(String detail, @Nullable Throwable cause) {
        super(detail, cause);
    }
}
