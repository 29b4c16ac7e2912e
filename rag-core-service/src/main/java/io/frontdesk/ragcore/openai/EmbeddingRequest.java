package io.frontdesk.ragcore.openai;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * As in OpenAI's API.
 *
 * @param input one text or several; numbers of tokens are not taken
 * @param encodingFormat {@code float} or {@code base64} (little-endian float32)
 * @param dimensions a model has one size only
 * @param user accepted and not kept
 */
record EmbeddingRequest(
        @NotBlank String model,
        @ArraySchema(schema = @Schema(type = "string", minLength = 1, maxLength = 10_000))
                @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                @NotEmpty @Size(max = 256) List<@InputText JsonNode> input,
        @JsonProperty("encoding_format")
                @Nullable @Pattern(regexp = "float|base64", message = "must be float or base64") String encodingFormat,
        @Nullable @Min(1) @Max(16_000) Integer dimensions,
        @Nullable @Size(max = 1_000) String user) {
    boolean base64() {
        return "base64".equals(encodingFormat);
    }

    List<String> texts() {
        return input.stream().map(JsonNode::stringValue).toList();
    }
}
