package io.frontdesk.admincustomerrag.knowledge;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** rag-knowledge-service answers, but not with what was asked. */
@Problem(
        status = HttpStatus.SERVICE_UNAVAILABLE,
        type = "knowledge-unavailable",
        title = "The knowledge is unavailable")
public class KnowledgeUnavailable extends RuntimeException {
    KnowledgeUnavailable(Throwable cause) {
        super("rag-knowledge-service cannot answer at the moment. Try again later.", cause);
    }
}
