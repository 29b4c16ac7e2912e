package io.frontdesk.ragcore.generation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The models of the configuration, in its order. */
@Component
@EnableConfigurationProperties(GenerationProperties.class)
public class LanguageModels {
    private final List<LanguageModel> models;

    LanguageModels(GenerationProperties properties) {
        models = properties.models().stream().map(LanguageModel::new).toList();
    }

    public List<String> ids() {
        return models.stream().map(LanguageModel::id).toList();
    }

    /** The one that is asked for, then the others in their order. */
    List<LanguageModel> from(@Nullable String id) {
        if (models.isEmpty()) {
            throw new UnknownLanguageModel(
                    "No language model is configured (frontdesk.generation.models).");
        }
        if (id == null) {
            return models;
        }
        var first = models.stream().filter(model -> model.id().equals(id)).findFirst();
        var order = new ArrayList<LanguageModel>();
        order.add(
                first.orElseThrow(() ->
                        new UnknownLanguageModel(
                                "model must be one of " + String.join(", ", ids()) + ".")));
        models.stream().filter(model -> !order.contains(model)).forEach(order::add);
        return order;
    }
}
