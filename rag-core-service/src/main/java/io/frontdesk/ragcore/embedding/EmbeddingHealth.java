package io.frontdesk.ragcore.embedding;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Not ready before the model is loaded. */
@Component("embeddingHealthIndicator")
class EmbeddingHealth implements HealthIndicator {
    private final TextEmbedder embedder;

    EmbeddingHealth(TextEmbedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public Health health() {
        return (embedder.ready() ? Health.up() : Health.outOfService()).build();
    }
}
