package io.frontdesk.conversationalpayment.languagemodel;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The part of rag-core-service's OpenAI-compatible API that this service uses. */
@HttpExchange
interface ChatExchange {
    @PostExchange("/v1/chat/completions")
    Completion complete(@RequestBody Request request);

    record Request(
            String model,
            List<Message> messages,
            int temperature,
            @JsonProperty("response_format") Map<String, Object> responseFormat) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Message(String role, String content) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Completion(List<Choice> choices) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Choice(Message message) {}
}
