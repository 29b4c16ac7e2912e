package io.frontdesk.starter.problem;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Gives the framework's own failures (404, 405, 413, 415 …) a type of ours. */
final class StandardProblems {
    private StandardProblems() {}

    static ProblemDetail name(ProblemDetail problem) {
        var type = problem.getType();
        var standard = type == null || "about:blank".equals(type.toString());
        if (standard) {
            problem.setType(URI.create("urn:frontdesk:problem:" + typeOf(problem.getStatus())));
        }
        // The path is the caller's own text: it says nothing new and may carry what logs must not.
        problem.setInstance(null);
        if (standard && problem.getStatus() == HttpStatus.NOT_FOUND.value()) {
            problem.setDetail("There is nothing at this address.");
        }
        return problem;
    }

    static String typeOf(int status) {
        var known = HttpStatus.resolve(status);
        return known == null
                ? "error"
                : known.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
