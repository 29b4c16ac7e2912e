package io.frontdesk.ragcore.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
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

    @GetMapping("/v1/models")
    Models all() {
        var models = Arrays.stream(OfferedModel.values()).map(ModelController::model).toList();
        return new Models("list", models);
    }

    @GetMapping("/v1/models/{id}")
    Model one(@PathVariable String id) {
        return model(OfferedModel.of(id));
    }

    private static Model model(OfferedModel model) {
        return new Model(model.id(), "model", CREATED, "BAAI");
    }
}
