package io.frontdesk.ragcore.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.ragcore.generation.LanguageModels;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** OpenAI's list of models. */
@RestController
class ModelController {
    // When BAAI released it: 2023-09-12.
    private static final long CREATED = 1_694_476_800;

    record Model(
            String id, String object, long created, @JsonProperty("owned_by") String ownedBy) {}

    record Models(String object, List<Model> data) {}

    private final OfferedModels offered;
    private final LanguageModels languageModels;

    ModelController(OfferedModels offered, LanguageModels languageModels) {
        this.offered = offered;
        this.languageModels = languageModels;
    }

    @GetMapping("/v1/models")
    Models all() {
        var models =
                Stream.concat(
                                offered.all().stream().map(ModelController::model),
                                languageModels.ids().stream().map(ModelController::configured))
                        .toList();
        return new Models("list", models);
    }

    @GetMapping("/v1/models/{id}")
    Model one(@PathVariable String id) {
        return languageModels.ids().contains(id) ? configured(id) : model(offered.of(id));
    }

    /** When it was made is its provider's to know. */
    private static Model configured(String id) {
        return new Model(id, "model", CREATED, "operator");
    }

    private static Model model(OfferedModels.Offered model) {
        return new Model(model.id(), "model", CREATED, model.builtIn() ? "BAAI" : "operator");
    }
}
