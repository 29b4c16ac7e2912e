package io.frontdesk.ragcore.openai;

import io.frontdesk.ragcore.embedding.BgeSmallModel;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The names under which the embedding model is offered. */
enum OfferedModel {
    PASSAGE(BgeSmallModel.NAME),
    /** Puts before each text what the model was trained to see before a question. */
    QUESTION(BgeSmallModel.NAME + "-query");

    private final String id;

    OfferedModel(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    static OfferedModel of(String id) {
        return Arrays.stream(values())
                .filter(model -> model.id.equals(id))
                .findAny()
                .orElseThrow(() -> new UnknownModel("model must be one of " + ids() + "."));
    }

    private static String ids() {
        return Arrays.stream(values()).map(OfferedModel::id).collect(Collectors.joining(", "));
    }
}
