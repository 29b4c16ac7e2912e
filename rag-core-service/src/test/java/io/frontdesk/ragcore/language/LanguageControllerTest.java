package io.frontdesk.ragcore.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragcore.Core;
import io.frontdesk.ragcore.RagCoreTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RagCoreTest
class LanguageControllerTest {
    @Test
    void tellsTheLanguageAndRefusesWhatIsNoText(@LocalServerPort int port) {
        var core = Core.service(port, UUID.randomUUID());
        var text = Map.of("text", "Was kostet ein Haarschnitt bei Ihnen am Samstag?");

        assertThat(core.post("/core/languages", text).body().path("language").asString())
                .isEqualTo("de");
        assertThat(core.post("/core/languages", Map.of()).status()).isEqualTo(400);
        assertThat(core.post("/core/languages", Map.of("text", "x".repeat(100_001))).status())
                .isEqualTo(400);
        assertThat(new Core(port, "none").post("/core/languages", text).status()).isEqualTo(401);
    }
}
