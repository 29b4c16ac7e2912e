package io.frontdesk.ragcore.openai;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.ragcore.embedding.BgeSmallModel;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As in OpenAI's API. Lists of token numbers are not taken, since they are another model's.
 *
 * @param input one text or several
 * @param encodingFormat {@code float} or {@code base64} (little-endian float32)
 * @param dimensions the model has one size only
 * @param user accepted and not kept
 */
record EmbeddingRequest(
        @NotBlank String model,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                @NotEmpty @Size(max = 256) List<@NotNull @NotBlank @Size(max = 10_000) String> input,
        @JsonProperty("encoding_format")
                @Nullable @Pattern(regexp = "float|base64", message = "must be float or base64") String encodingFormat,
        @Nullable @Min(BgeSmallModel.DIMENSION) @Max(BgeSmallModel.DIMENSION) Integer dimensions,
        @Nullable @Size(max = 1_000) String user) {
    boolean base64() {
        return "base64".equals(encodingFormat);
    }
}
