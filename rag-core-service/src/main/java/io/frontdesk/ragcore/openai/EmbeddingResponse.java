package io.frontdesk.ragcore.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** As in OpenAI's API. */
record EmbeddingResponse(String object, List<Item> data, String model, Usage usage) {
    /**
     * One text's vector.
     *
     * @param embedding numbers, or their bytes in base64
     */
    record Item(String object, int index, Object embedding) {}

    record Usage(
            @JsonProperty("prompt_tokens") int promptTokens,
            @JsonProperty("total_tokens") int totalTokens) {}
}
