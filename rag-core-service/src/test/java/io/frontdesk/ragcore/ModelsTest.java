package io.frontdesk.ragcore;

import io.frontdesk.ragcore.embedding.EmbeddingServer;
import io.frontdesk.test.events.EventProbe;
import io.frontdesk.test.identity.TestTokens;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole app with two further embedding models, one of which costs money. */
@RagCoreTest
@Import(EventProbe.class)
public abstract class ModelsTest {
    /** Free, of 16 dimensions. */
    protected static final String LETTERS = "letters";

    /** At the same endpoint; 1,000 EUR for a million tokens. */
    protected static final String DEAR = "dear-letters";

    protected static final EmbeddingServer SERVER = new EmbeddingServer();

    protected final UUID tenant = UUID.randomUUID();
    protected final UUID base = UUID.randomUUID();
    protected final Core core;
    protected final int port;

    protected ModelsTest(@LocalServerPort int port) {
        this.port = port;
        core = new Core(port, TestTokens.service(tenant));
    }

    @DynamicPropertySource
    static void models(DynamicPropertyRegistry registry) {
        var prefix = "frontdesk.embedding.";
        registry.add("frontdesk.jobs.heartbeat", () -> "500ms");
        registry.add(prefix + "switch-delay", () -> "200ms");
        for (var i = 0; i < 2; i++) {
            var model = prefix + "models[" + i + "].";
            var id = i == 0 ? LETTERS : DEAR;
            registry.add(model + "id", () -> id);
            registry.add(model + "url", SERVER::url);
            registry.add(model + "dimension", () -> EmbeddingServer.DIMENSION);
            registry.add(model + "batch", () -> "4");
            registry.add(model + "timeout", () -> "2s");
            registry.add(model + "query-prefix", () -> "query: ");
        }
        registry.add(prefix + "models[1].price", () -> "1000");
    }

    @BeforeEach
    @AfterEach
    void recover() {
        SERVER.mood = EmbeddingServer.Mood.WELL;
        SERVER.wellFor.set(-1);
        SERVER.once = EmbeddingServer.Mood.BROKEN;
        SERVER.delay = 0;
        SERVER.texts.clear();
        SERVER.calls.set(0);
    }
}
