package io.frontdesk.payment.stripefacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.net.Webhook.Signature;
import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.notice.Notice;
import io.frontdesk.payment.notice.SignatureRejected;
import io.frontdesk.payment.notice.Webhook;
import io.frontdesk.payment.provider.Account;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedEventsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final UUID PAYMENT = UUID.fromString("0190a1b2-0000-7000-8000-000000000002");

    private final SignedEvents events = new SignedEvents(Duration.ofMinutes(5));

    @Test
    void readsUnderEachOfSeveralSecrets() throws Exception {
        var body = event("payment_intent.succeeded", intent("\"latest_charge\":\"ch_1\""), false);
        assertThat(read(body, "whsec_new").facts()).hasSize(1);
        assertThat(read(body, "whsec_old").facts()).hasSize(1);
        assertThatThrownBy(() -> read(body, "whsec_other"))
                .isInstanceOf(SignatureRejected.class)
                .hasMessageNotContaining("whsec");
    }

    @Test
    void measuresAgeWhenTheMessageArrived() throws Exception {
        var body = event("payment_intent.succeeded", intent("\"latest_charge\":\"ch_1\""), false);
        var signed = webhook(body, "whsec_new");
        assertThat(events.read(account(), at(signed, Duration.ofSeconds(299))).facts()).hasSize(1);
        assertThatThrownBy(() -> events.read(account(), at(signed, Duration.ofSeconds(301))))
                .isInstanceOf(SignatureRejected.class);
    }

    @Test
    void readsWhatOlderVersionsOfStripeSend() throws Exception {
        var charges =
                """
                "charges":{"object":"list","data":[{"id":"ch_1","object":"charge"}]}
                """;
        var older = event("payment_intent.succeeded", intent(charges), false);
        var notice = read(older.replace("2026-07-29.dahlia", "2020-08-27"), "whsec_new");
        assertThat(notice.paymentId()).isEqualTo(PAYMENT);
        assertThat(notice.facts())
                .containsExactly(
                        new Fact.Captured("pi_1", NOW, "ch_1", Money.parse("EUR 10.00"), null));
    }

    @Test
    void readsTheRefundsThatOlderVersionsPutIntoACharge() throws Exception {
        var charge =
                """
                {"id":"ch_1","object":"charge","amount":1000,"amount_captured":1000,"captured":true,
                 "currency":"eur","status":"succeeded","payment_intent":"pi_1",
                 "created":1,"metadata":{"payment_id":"%s"},"refunds":{"object":"list","data":[
                  {"id":"re_1","object":"refund","amount":300,"currency":"eur","created":1,
                   "payment_intent":"pi_1","status":"succeeded"}]}}
                """
                        .formatted(PAYMENT);
        var notice = read(event("charge.refunded", charge, false), "whsec_new");
        assertThat(notice.facts()).extracting(Fact::identity).containsExactly("refunded:re_1");
    }

    @Test
    void takesNothingFromTheOtherMode() throws Exception {
        var live = event("payment_intent.succeeded", intent("\"latest_charge\":\"ch_1\""), true);
        var notice = read(live, "whsec_new");
        assertThat(notice.facts()).isEmpty();
        assertThat(notice.paymentId()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"payout.paid", "customer.created", "invented.lately"})
    void hearsUnknownKindsWithoutAWord(String type) throws Exception {
        var body =
                event(type, "{\"id\":\"x_1\",\"object\":\"invented\",\"amount\":\"much\"}", false);
        var notice = read(body, "whsec_new");
        assertThat(notice.id()).isEqualTo("evt_1");
        assertThat(notice.type()).isEqualTo(type);
        assertThat(notice.facts()).isEmpty();
    }

    @Test
    void hearsEventsWithoutAnObject() throws Exception {
        var thin =
                "{\"id\":\"evt_1\",\"object\":\"v2.core.event\",\"type\":\"v1.x\",\"livemode\":false,"
                        + "\"created\":\"2026-11-22T10:15:30Z\"}";
        assertThat(read(thin, "whsec_new").facts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{\"id\":1}", "<xml/>", "\"evt\""})
    void rejectsWhatIsSignedAndNoEvent(String body) {
        assertThatThrownBy(() -> read(body, "whsec_new")).isInstanceOf(SignatureRejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=,v1=", "t=x,v1=y", "v1=00", "t=1766000000", "nonsense"})
    void rejectsHeadersThatAreNoSignature(String header) {
        var webhook =
                new Webhook(
                        "{}".getBytes(StandardCharsets.UTF_8),
                        Map.of("stripe-signature", header),
                        NOW);
        assertThatThrownBy(() -> events.read(account(), webhook))
                .isInstanceOf(SignatureRejected.class);
    }

    private Notice read(String body, String secret) throws Exception {
        return events.read(account(), webhook(body, secret));
    }

    private static Webhook webhook(String body, String secret) throws Exception {
        var header = Signature.generateSignatureHeader(body, secret, NOW.getEpochSecond());
        return new Webhook(
                body.getBytes(StandardCharsets.UTF_8), Map.of("stripe-signature", header), NOW);
    }

    private static Webhook at(Webhook webhook, Duration later) {
        return new Webhook(webhook.body(), webhook.headers(), NOW.plus(later));
    }

    private static Account account() {
        return new Account(
                UUID.randomUUID(),
                "stripe",
                false,
                "",
                null,
                List.of("whsec_new", "whsec_old"),
                null);
    }

    private static String intent(String charge) {
        return """
        {"id":"pi_1","object":"payment_intent","amount":1000,"amount_received":1000,
         "capture_method":"automatic","currency":"eur","status":"succeeded",
         "metadata":{"payment_id":"%s"},%s}
        """
                .formatted(PAYMENT, charge);
    }

    private static String event(String type, String object, boolean live) {
        return """
        {"id":"evt_1","object":"event","type":"%s","livemode":%s,"created":%d,
         "api_version":"2026-07-29.dahlia","data":{"object":%s}}
        """
                .formatted(type, live, NOW.getEpochSecond(), object);
    }
}
