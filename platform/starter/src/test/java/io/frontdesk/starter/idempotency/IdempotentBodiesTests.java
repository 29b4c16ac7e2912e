package io.frontdesk.starter.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.starter.events.TestSchema;
import io.frontdesk.starter.idempotency.Shop.Caller;
import io.frontdesk.starter.idempotency.Shop.Till;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class IdempotentBodiesTests {
    private static TestSchema schema;
    private static ConfigurableApplicationContext app;
    private static Caller me;

    @BeforeAll
    static void open() throws Exception {
        schema = new TestSchema();
        app =
                Shop.open(
                        schema,
                        "frontdesk.idempotency.largest-request=1600KB",
                        "spring.servlet.multipart.max-file-size=1MB");
        me = new Caller(app, "me", null);
    }

    @AfterAll
    static void close() {
        app.close();
        schema.close();
    }

    @BeforeEach
    void reset() throws Exception {
        schema.inSchema("truncate thing, idempotency_key");
        till().reset();
    }

    @Test
    void knowsAnUploadAgainWhateverItsBoundary() throws Exception {
        var first = upload("k", "one", "x".repeat(100_000));
        assertThat(first.body()).contains("a.txt100000");
        assertThat(upload("k", "two", "x".repeat(100_000)).body()).isEqualTo(first.body());
        assertThat(upload("k", "two", "y".repeat(100_000)).statusCode()).isEqualTo(422);
        assertThat(till().calls).hasValue(1);
    }

    @Test
    void refusesAnUploadOverTheLimit() throws Exception {
        assertThat(upload("k", "one", "x".repeat(1_500_000)).statusCode()).isEqualTo(413);
        assertThat(till().calls).hasValue(0);
    }

    @Test
    void readsForms() throws Exception {
        assertThat(form("k", "name=tea").body()).contains("tea");
        assertThat(form("k", "name=tea").body()).contains("tea");
        assertThat(form("k", "name=milk").statusCode()).isEqualTo(422);
        assertThat(till().calls).hasValue(1);
    }

    @Test
    void spoolsALargeBodyAndRepeatsItsAnswer() throws Exception {
        var body = "z".repeat(500_000);
        assertThat(bytes("k", body).body()).isEqualTo(body);
        assertThat(bytes("k", body).body()).isEqualTo(body);
        assertThat(till().calls).hasValue(1);
        assertThat(temporaryFiles()).isZero();
    }

    @Test
    void doesNotRepeatAnAnswerThatIsTooLargeToKeep() throws Exception {
        var body = "z".repeat(1_500_000);
        assertThat(bytes("k", body).body()).hasSize(1_500_000);
        var second = bytes("k", body);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("idempotency-answer-not-kept");
        assertThat(till().calls).hasValue(1);
    }

    @Test
    void refusesABodyOverTheLimit() throws Exception {
        var answer = bytes("k", "z".repeat(1_900_000));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(till().calls).hasValue(0);
        assertThat(temporaryFiles()).isZero();
    }

    @Test
    void doesNotRepeatAnAnswerThatCameLater() throws Exception {
        assertThat(me.post("/later", "k", "").body()).isEqualTo("answer 1");
        assertThat(me.post("/later", "k", "").statusCode()).isEqualTo(409);
        assertThat(till().calls).hasValue(1);
    }

    @Test
    void freesTheKeyWhenAnAnswerThatCameLaterWasAnError() throws Exception {
        till().soldOut = true;
        assertThat(me.post("/later", "k", "").statusCode()).isEqualTo(409);
        Awaitility.await().until(() -> schema.count("select count(*) from idempotency_key") == 0);
        till().soldOut = false;
        assertThat(me.post("/later", "k", "").body()).isEqualTo("answer 1");
    }

    @Test
    void doesNotSayThatSomethingHappenedThatWasUndone() throws Exception {
        var answer = me.post("/swallowed", "k", "");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("internal-error").doesNotContain("as if nothing");
    }

    @Test
    void repeatsARedirect() throws Exception {
        for (var time = 0; time < 2; time++) {
            var answer = me.post("/redirects", "k", "");
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location")).contains("/purchases/1");
        }
        assertThat(till().calls).hasValue(1);
    }

    @Test
    void ignoresTheKeysOfStrangers() throws Exception {
        var stranger = new Caller(app, "", null);
        stranger.post(
                "/forms",
                "k",
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString("name=a"));
        stranger.post(
                "/forms",
                "k",
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString("name=a"));
        assertThat(till().calls).hasValue(2);
    }

    private static HttpResponse<String> upload(String key, String boundary, String content)
            throws Exception {
        var body =
                "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n%2$s\r\n--%1$s--\r\n"
                        .formatted(boundary, content);
        return me.post(
                "/files",
                key,
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> form(String key, String body) throws Exception {
        return me.post(
                "/forms", key, "application/x-www-form-urlencoded", BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> bytes(String key, String body) throws Exception {
        return me.post("/large", key, "application/octet-stream", BodyPublishers.ofString(body));
    }

    private static long temporaryFiles() throws Exception {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(f -> f.getFileName().toString().matches("frontdesk-.*body"))
                    .count();
        }
    }

    private static Till till() {
        return app.getBean(Till.class);
    }
}
