package io.frontdesk.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.launcher.checkout.Console;
import io.frontdesk.launcher.stage.DemoDocument;
import io.frontdesk.launcher.stage.DemoState;
import io.frontdesk.launcher.stage.Playbill;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class DemoTest {
    @Test
    void uploadsEveryDocumentWhole() {
        for (var document : DemoDocument.all()) {
            var body = new String(document.multipart("b"), StandardCharsets.ISO_8859_1);
            assertThat(body)
                    .startsWith("--b\r\n")
                    .contains("filename=\"" + document.file() + "\"")
                    .endsWith("\r\n--b--\r\n");
            assertThat(body.length()).isGreaterThan(800);
        }
    }

    @Test
    void printsAnAnswerWithItsSources() {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        var answer =
                JsonMapper.shared()
                        .readTree(
                                """
                                {"answer":"We are open until 8 pm.","citations":[{"title":"Opening hours","heading":"Thursday","page":2,"quote":"until\\n 8 pm"}]}\
                                """);

        new Playbill(new Console(out, out)).answer(answer);

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(
                        "A: We are open until 8 pm.",
                        "↳ Opening hours › Thursday, page 2: “until 8 pm”");
    }

    @Test
    void remembersWhatItMade(@TempDir Path folder) {
        var file = folder.resolve("demo.json");

        assertThat(DemoState.read(file)).isEqualTo(DemoState.NONE);
        var state = DemoState.NONE.withBase("base").withOtherKey("key").withPractice("a", "b");
        state.write(file);
        assertThat(DemoState.read(file)).isEqualTo(state);
    }

    @Test
    void readsWhatAnOlderDemoLeft(@TempDir Path folder) throws IOException {
        var file = folder.resolve("demo.json");
        Files.writeString(file, "{\"baseId\":\"base\",\"otherKey\":\"key\"}");

        assertThat(DemoState.read(file))
                .isEqualTo(DemoState.NONE.withBase("base").withOtherKey("key"));
    }
}
