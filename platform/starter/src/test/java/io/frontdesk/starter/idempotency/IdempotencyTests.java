package io.frontdesk.starter.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.starter.events.TestSchema;
import io.frontdesk.starter.idempotency.Shop.Caller;
import io.frontdesk.starter.idempotency.Shop.Till;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;

class IdempotencyTests {
    private static final String TENANT = UUID.randomUUID().toString();
    private static final String TEA = "{\"name\":\"tea\"}";
    private static TestSchema schema;
    private static ConfigurableApplicationContext app;
    private static Caller me;

    @BeforeAll
    static void open() throws Exception {
        schema = new TestSchema();
        app = Shop.open(schema);
        me = new Caller(app, "me", TENANT);
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
    void repeatsTheFirstAnswer() throws Exception {
        var first = buy("k", TEA);
        var second = buy("k", TEA);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body())
                .isEqualTo(first.body())
                .isEqualTo("{\"number\":1,\"name\":\"tea\"}");
        assertThat(second.headers().firstValue("Location")).contains("/purchases/1");
        assertThat(second.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(things()).isEqualTo(1);
    }

    @Test
    void leavesCallsWithoutAKeyAlone() throws Exception {
        me.post("/purchases", null, TEA);
        me.post("/purchases", null, TEA);
        assertThat(things()).isEqualTo(2);
        assertThat(keys()).isZero();
    }

    @Test
    void refusesAKeyThatCameWithAnotherCall() throws Exception {
        buy("k", TEA);
        assertProblem(buy("k", "{\"name\":\"coffee\"}"), 422, "idempotency-key-reused");
        assertProblem(keyed("/purchases?now=1", "k"), 422, "reused");
        assertThat(things()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatIsNoKey(String key) throws Exception {
        assertProblem(buy(key, TEA), 400, "idempotency-key-invalid");
    }

    static Stream<String> refusesWhatIsNoKey() {
        return Stream.of("", " ", "a\tb", "x".repeat(256));
    }

    @Test
    void asksForTheKeyWhereItIsNeeded() throws Exception {
        assertProblem(me.post("/payments", null, TEA), 400, "idempotency-key-required");
    }

    @Test
    void keepsNoFailure() throws Exception {
        till().soldOut = true;
        assertProblem(buy("k", TEA), 409, "sold-out");
        assertThat(things()).isZero();
        assertThat(keys()).isZero();
        till().soldOut = false;
        assertThat(buy("k", TEA).statusCode()).isEqualTo(201);
        assertThat(things()).isEqualTo(1);
    }

    @Test
    void keepsTenantsAndSubjectsApart() throws Exception {
        var other = UUID.randomUUID().toString();
        assertThat(buyAs("me", TENANT).body()).contains("1");
        assertThat(buyAs("you", TENANT).body()).contains("2");
        assertThat(buyAs("me", other).body()).contains("3");
        assertThat(buyAs("me", null).body()).contains("4");
        assertThat(buyAs("me", TENANT).body()).contains("1");
        assertThat(buyAs("me", null).body()).contains("4");
        assertThat(things()).isEqualTo(4);
    }

    @Test
    void doesOneOfTwentyCallsAtOnce() throws Exception {
        var answers = new ArrayList<HttpResponse<String>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls =
                    IntStream.range(0, 20)
                            .mapToObj(i -> threads.submit(() -> buy("k", TEA)))
                            .toList();
            for (var call : calls) {
                answers.add(call.get());
            }
        }
        assertThat(things()).isEqualTo(1);
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .contains(201)
                .containsOnly(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 201)
                .extracting(HttpResponse::body)
                .containsOnly("{\"number\":1,\"name\":\"tea\"}");
    }

    @Test
    void answersConflictWhileTheFirstCallRuns() throws Exception {
        assertBusyWhileRunning("/purchases");
    }

    @Test
    void answersConflictWhileTheFirstCallRunsInTransactionsOfItsOwn() throws Exception {
        assertBusyWhileRunning("/payments");
        till().soldOut = true;
        assertProblem(keyed("/payments", "failing"), 409, "sold-out");
        till().soldOut = false;
        assertThat(keyed("/payments", "failing").statusCode()).isEqualTo(200);
    }

    @Test
    void holdsNoTransactionWhileAThirdPartyIsAskedWithAKeyOrWithout() throws Exception {
        assertBusyWhileRunning("/parcels");
        assertThat(me.post("/parcels", null, TEA).statusCode()).isEqualTo(200);
    }

    @Test
    void startsAfreshWhenTheConnectionWasKilled() throws Exception {
        assertProblem(keyed("/kill", "k"), 500, "internal-error");
        assertThat(things()).isZero();
        assertThat(keyed("/kill", "k").body()).contains("\"number\":2");
        assertThat(keyed("/kill", "k").body()).contains("\"number\":2");
        assertThat(things()).isEqualTo(1);
    }

    @Test
    void takesOverFromAProcessThatDied() throws Exception {
        keyed("/payments", "k");
        schema.inSchema("update idempotency_key set status = null");
        assertProblem(keyed("/payments", "k"), 409, "idempotency-in-progress");
        schema.inSchema(
                "update idempotency_key set created_at = created_at - interval '3 minutes'");
        assertThat(keyed("/payments", "k").body()).contains("\"number\":2");
    }

    @Test
    void forgetsAfterADay() throws Exception {
        buy("k", TEA);
        buy("l", TEA);
        schema.inSchema("update idempotency_key set created_at = created_at - interval '25 hours'");
        assertThat(buy("k", TEA).body()).contains("\"number\":3");
        app.getBean(KeySweep.class).sweep();
        assertThat(keys()).isEqualTo(1);
    }

    private void assertBusyWhileRunning(String path) throws Exception {
        till().open = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> keyed(path, "k"));
            till().entered.await();
            var second = keyed(path, "k");
            assertProblem(second, 409, "idempotency-in-progress");
            assertThat(second.headers().firstValue("Retry-After")).contains("1");
            till().open.countDown();
            assertThat(keyed(path, "k").body()).isIn(first.get().body(), second.body());
            await().until(() -> keyed(path, "k").body().equals(first.get().body()));
        }
        assertThat(things()).isEqualTo(1);
    }

    private static HttpResponse<String> buy(String key, String body)
            throws IOException, InterruptedException {
        return me.post("/purchases", key, body);
    }

    private static HttpResponse<String> keyed(String path, String key)
            throws IOException, InterruptedException {
        return me.post(path, key, TEA);
    }

    private static HttpResponse<String> buyAs(String subject, @Nullable String tenant)
            throws Exception {
        return new Caller(app, subject, tenant).post("/purchases", "k", TEA);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("urn:frontdesk:problem:").contains(type);
    }

    private static Till till() {
        return app.getBean(Till.class);
    }

    private static long things() {
        return schema.count("select count(*) from thing");
    }

    private static long keys() {
        return schema.count("select count(*) from idempotency_key");
    }
}
