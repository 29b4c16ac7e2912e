package io.frontdesk.ragcore.embedding;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** More texts wait for their vectors than this process can embed in reasonable time. */
@Problem(
        status = HttpStatus.SERVICE_UNAVAILABLE,
        type = "embedding-busy",
        title = "Too many texts wait for embedding")
public class EmbeddingBusy extends RuntimeException {
    EmbeddingBusy(String detail) {
        super(detail);
    }
}
