package io.frontdesk.ragcore.chat;

import io.frontdesk.ragcore.budget.BudgetExceeded;
import io.frontdesk.ragcore.generation.Generate;
import io.frontdesk.ragcore.generation.Generate.ListenerGone;
import io.frontdesk.ragcore.generation.Generated;
import io.frontdesk.ragcore.generation.LanguageModels;
import io.frontdesk.ragcore.generation.ModelUnavailable;
import io.frontdesk.ragcore.generation.Prompt;
import io.frontdesk.ragcore.settings.TenantSettings;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** OpenAI's chat completions. */
@RestController
class ChatController {
    private final Generate generate;
    private final LanguageModels models;
    private final TenantSettings settings;
    private final Tenancy tenancy;
    private final IdGenerator ids;
    private final Clock clock;
    private final JsonMapper json;

    ChatController(
            Generate generate,
            LanguageModels models,
            TenantSettings settings,
            Tenancy tenancy,
            IdGenerator ids,
            Clock clock,
            JsonMapper json) {
        this.generate = generate;
        this.models = models;
        this.settings = settings;
        this.tenancy = tenancy;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Answers as JSON, or as server-sent events when {@code stream} is true.
     *
     * @param agent the tenant's agent on whose budget it is asked
     */
    @Operation(summary = "Asks the configured language models, within the tenant's budget")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = Completion.class)),
                @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE)
            })
    @PostMapping("/v1/chat/completions")
    @Nullable Completion complete(
            @Valid @RequestBody CompletionRequest request,
            @RequestHeader(name = "X-Agent-Id", defaultValue = "") @Size(max = 100) String agent,
            HttpServletResponse response)
            throws IOException {
        tenancy.require();
        var id = "chatcmpl-" + ids.generateId();
        var created = clock.instant().getEpochSecond();
        var prompt = request.prompt(agent, preferred());
        if (!request.streamed()) {
            return Completion.whole(id, created, generate.whole(prompt));
        }
        var output = new LateStream(response);
        var stream = new CompletionStream(id, created, output, json);
        stream(prompt, request.usageWanted(), stream, output);
        return null;
    }

    /** The tenant's, unless it is not configured any more. */
    private @Nullable String preferred() {
        var wanted = settings.current().generationModel();
        return wanted != null && models.ids().contains(wanted) ? wanted : null;
    }

    /** What fails before the first part is an ordinary problem; afterwards the stream tells it. */
    private void stream(
            Prompt prompt, boolean usageWanted, CompletionStream stream, LateStream output)
            throws IOException {
        try {
            Generated answer = generate.streamed(prompt, stream);
            stream.end(answer, usageWanted);
        } catch (ModelUnavailable | BudgetExceeded failed) {
            if (!output.begun()) {
                throw failed;
            }
            stream.fail("model-unavailable", String.valueOf(failed.getMessage()));
        } catch (ListenerGone gone) {
            // Nobody is there to be told.
        }
    }
}
