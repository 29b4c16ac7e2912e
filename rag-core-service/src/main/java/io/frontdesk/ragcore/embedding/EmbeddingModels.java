package io.frontdesk.ragcore.embedding;

import io.frontdesk.ragcore.budget.Budgets;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The embedding models by id: the built-in one and those of the configuration. */
@Component
@EnableConfigurationProperties(EmbeddingProperties.class)
public class EmbeddingModels {
    /** Needs no endpoint and costs nothing. */
    public static final String BUILT_IN = BgeSmallModel.NAME;

    /** One model, wherever it runs. */
    interface Embedder {
        int dimension();

        /** How many texts it takes at once. */
        int batch();

        List<Embedding> questions(List<String> texts);

        /** In the order given: all of them, or a failure. */
        List<Embedding> passages(List<String> texts);
    }

    private final Map<String, Embedder> models = new LinkedHashMap<>();
    private final Tenancy tenancy;

    EmbeddingModels(
            TextEmbedder builtIn,
            EmbeddingProperties properties,
            Budgets budgets,
            Tenancy tenancy) {
        this.tenancy = tenancy;
        models.put(BUILT_IN, builtIn);
        for (var endpoint : properties.models()) {
            if (models.putIfAbsent(endpoint.id(), new EndpointModel(endpoint, budgets)) != null) {
                throw new IllegalStateException(
                        "Two embedding models have the id " + endpoint.id());
            }
        }
    }

    /** The built-in model first. */
    public List<String> ids() {
        return List.copyOf(models.keySet());
    }

    public boolean has(String model) {
        return models.containsKey(model);
    }

    /** Of the model's vectors. */
    public int dimension(String model) {
        return get(model).dimension();
    }

    /** How many texts a model takes at once. */
    public int batch(String model) {
        return get(model).batch();
    }

    /**
     * Embeds what is searched for, as the model wants it, at unit length, for the current tenant.
     * Only the first 2,000 characters count. Not to be called inside a transaction, since it takes
     * its time.
     *
     * @throws EmbeddingBusy when too many wait
     * @throws EmbeddingUnavailable when its endpoint does not answer as it should, or when the
     *     model is not configured any more
     */
    public Embedding question(String model, String text) {
        return questions(model, List.of(text)).getFirst();
    }

    /** Embeds several questions, in the order given, or fails as above. */
    public List<Embedding> questions(String model, List<String> texts) {
        return paying(model).questions(texts);
    }

    /** Embeds what is found: all of it, in the order given, or a failure as above. */
    public List<Embedding> passages(String model, List<String> texts) {
        return paying(model).passages(texts);
    }

    private Embedder paying(String model) {
        var found = get(model);
        if (found instanceof EndpointModel) {
            tenancy.require();
        }
        return found;
    }

    private Embedder get(String model) {
        var found = models.get(model);
        if (found == null) {
            throw new EmbeddingUnavailable(
                    "The embedding model " + model + " is not configured any more.", null);
        }
        return found;
    }
}
