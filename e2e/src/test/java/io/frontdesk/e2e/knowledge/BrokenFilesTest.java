package io.frontdesk.e2e.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.e2e.fleet.Fleet;
import io.frontdesk.e2e.fleet.FleetTest;
import io.frontdesk.e2e.fleet.Tenants;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FleetTest
@TestInstance(Lifecycle.PER_CLASS)
class BrokenFilesTest {
    private KnowledgeBase base;

    @BeforeAll
    void create(Fleet fleet) {
        base = KnowledgeBase.create(new Tenants(fleet).create("Broken").owner(), "broken");
    }

    @ParameterizedTest
    @CsvSource({
        "empty.txt, empty",
        "images-only.pdf, no text|scan|image",
        "password-protected.pdf, password|encrypted",
        "renamed-binary.pdf, not (a|really|what)",
        "truncated.pdf, damaged|cut off|truncated|corrupt"
    })
    void tellsWhatIsWrong(String name, String problem) {
        var file =
                Samples.files("broken").stream()
                        .filter(path -> path.endsWith(name))
                        .findFirst()
                        .orElseThrow();

        var accepted = base.upload(name, Samples.content(file)).expect(202);
        var document = base.awaitEnd(accepted.id());

        assertThat(document.path("status").asString()).isEqualTo("failed");
        assertThat(document.path("problem").toString()).containsPattern("(?i)" + problem);
    }
}
