package io.frontdesk.conversationalpayment.charging;

import io.frontdesk.starter.client.ServiceUnavailable;
import java.net.URI;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Passes what a person does to payment-service on in that person's name, and its refusal back. */
@Component
public class Relay {
    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    private final JsonMapper json;

    Relay(JsonMapper json) {
        this.json = json;
    }

    /**
     * Makes a call in the caller's name.
     *
     * @throws ErrorResponseException with the refusal of payment-service, word for word
     * @throws PaymentsUnavailable when it does not answer as it should
     */
    public <T> T relayed(Supplier<T> request) {
        try {
            return request.get();
        } catch (HttpClientErrorException refused) {
            throw new ErrorResponseException(refused.getStatusCode(), problem(refused), refused);
        } catch (ServiceUnavailable | RestClientException failed) {
            log.warn("payment-service did not answer as expected: {}", failed.toString());
            throw new PaymentsUnavailable(failed);
        }
    }

    private ProblemDetail problem(HttpClientErrorException refused) {
        var answer = ProblemDetail.forStatus(refused.getStatusCode());
        try {
            var told = json.readTree(refused.getResponseBodyAsString());
            answer.setType(URI.create(told.path("type").asString("about:blank")));
            answer.setTitle(told.path("title").asString("Refused"));
            answer.setDetail(told.path("detail").asString("payment-service refused this."));
            answer.setProperty("traceId", told.path("traceId").asString(""));
            if (told.has("errors")) {
                answer.setProperty("errors", told.get("errors"));
            }
        } catch (JacksonException | IllegalArgumentException unreadable) {
            answer.setDetail("payment-service refused this.");
        }
        return answer;
    }
}
