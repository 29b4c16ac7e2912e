package io.frontdesk.admincustomerrag.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.admincustomerrag.AdminApp;
import io.frontdesk.test.identity.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ArchiveTest extends AdminApp {
    private static final byte[] ZIP = "PK\u0003\u0004rest".getBytes(StandardCharsets.ISO_8859_1);

    @Test
    void passesAnArchiveOn() throws IOException {
        var shelf = FLEET.shelves.of(tenant);
        shelf.addDocument(shelf.addBase(), "parking in the yard");
        var answer = get(rag + "/export");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.disposition()).contains("attachment", "knowledge-" + tenant + ".zip");
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.bytes()))) {
            assertThat(zip.getNextEntry()).isNotNull();
            assertThat(zip.getNextEntry()).isNotNull();
            assertThat(zip.readAllBytes()).asString().isEqualTo("parking in the yard");
        }
        assertThat(get(rag + "/audit").body()).contains("knowledge.exported");
    }

    @Test
    void saysWhenNoArchiveComes() {
        FLEET.down.add("GET /knowledge/archive");
        var answer = get(rag + "/export");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("archive-unavailable");
        assertThat(get(rag + "/audit").json().get("items")).isEmpty();
    }

    @Test
    void takesAnArchiveAsItIs() {
        var answer = sendZip(ZIP);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(FLEET.imports.get(UUID.fromString(answer.text("id")))).isEqualTo(ZIP);
        var state = get(rag + "/imports/" + answer.text("id"));
        assertThat(state.text("status")).isEqualTo("done");
        assertThat(state.json().get("imported").intValue()).isEqualTo(2);
        assertThat(get(rag + "/audit").body()).contains("knowledge.imported", answer.text("id"));
        assertThat(get(rag + "/imports/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void takesAnArchiveFromAForm() {
        var form =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.zip\"\r\n\r\n"
                        + new String(ZIP, StandardCharsets.ISO_8859_1)
                        + "\r\n--b--\r\n";
        var answer =
                send(
                        TestTokens.operator(),
                        "POST",
                        rag + "/import",
                        BodyPublishers.ofString(form, StandardCharsets.ISO_8859_1),
                        "multipart/form-data; boundary=b");
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(FLEET.imports.get(UUID.fromString(answer.text("id")))).isEqualTo(ZIP);
    }

    @Test
    void refusesWhatIsNoArchive() {
        assertThat(sendZip("hello".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(422);
        assertThat(sendZip(new byte[0]).status()).isEqualTo(422);
        assertThat(post(rag + "/import", "{}").status()).isEqualTo(415);
        assertThat(FLEET.calls).doesNotContain("POST /knowledge/archive");
    }

    @Test
    void refusesAnArchiveOverTheLimit() {
        var large = new byte[1024 * 1024 + 1];
        System.arraycopy(ZIP, 0, large, 0, ZIP.length);
        var answer = sendZip(large);
        assertThat(answer.status()).as(answer.body()).isEqualTo(413);
        assertThat(get(rag + "/audit").json().get("items")).isEmpty();
    }

    private Answer sendZip(byte[] bytes) {
        return send(
                TestTokens.operator(),
                "POST",
                rag + "/import",
                BodyPublishers.ofByteArray(bytes),
                "application/zip");
    }
}
