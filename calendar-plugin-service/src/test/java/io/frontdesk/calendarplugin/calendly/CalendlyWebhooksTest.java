package io.frontdesk.calendarplugin.calendly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.calendarplugin.http.StandIn.Fault;
import io.frontdesk.calendarplugin.provider.Push.Call;
import io.frontdesk.calendarplugin.provider.Push.Channel;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CalendlyWebhooksTest {
    private static final URI CALLBACK = URI.create("https://desk.example.com/push/1");
    private static final String SECRET = "signing-key";
    private static final String BODY = "{\"event\":\"invitee.created\",\"payload\":{}}";

    private final CalendlyTrial trial = new CalendlyTrial();

    @AfterEach
    void close() {
        trial.close();
    }

    private Channel subscribe() {
        return trial.provider.subscribe(trial.access, CalendlyStandIn.USER, CALLBACK, SECRET);
    }

    private Channel renew(Channel channel) {
        return trial.provider.renew(trial.access, CalendlyStandIn.USER, channel, CALLBACK, SECRET);
    }

    @Test
    void subscribesForTheUser() {
        var channel = subscribe();
        var asked = trial.server.last().json();
        assertThat(asked.path("user").asString()).isEqualTo(CalendlyStandIn.USER);
        assertThat(asked.path("organization").asString()).endsWith("/organizations/O");
        assertThat(asked.path("signing_key").asString()).isEqualTo(SECRET);
        assertThat(trial.calendly.webhooks).containsOnlyKeys(channel.id());
    }

    @Test
    void keepsWhatStillWorksAndReplacesWhatWasSwitchedOff() {
        var channel = subscribe();
        assertThat(renew(channel).id()).isEqualTo(channel.id());
        var there = trial.calendly.webhooks.get(channel.id());
        if (there != null) {
            there.put("state", "disabled");
        }
        var anew = renew(channel);
        assertThat(anew.id()).isNotEqualTo(channel.id());
        assertThat(trial.calendly.webhooks).containsOnlyKeys(anew.id());
        trial.calendly.webhooks.clear();
        assertThat(renew(anew).id()).isNotEqualTo(anew.id());
        trial.provider.unsubscribe(trial.access, anew);
    }

    @Test
    void saysThatThePlanHasNoWebhooks() {
        trial.server.next(new Fault.Instead(CalendlyStandIn.error(403, "Permission Denied")));
        assertThatThrownBy(this::subscribe).isInstanceOf(ProviderRefused.class);
    }

    @Test
    void takesASignedCallOnce() {
        assertThat(read(BODY, signature(CalendlyTrial.NOW, BODY, SECRET)))
                .isEqualTo(new Call(true, null));
        assertThat(read(BODY, signature(CalendlyTrial.NOW, BODY, SECRET)))
                .as("replayed")
                .isEqualTo(new Call(false, null));
    }

    @Test
    void takesNoCallThatIsNotSignedForIt() {
        var now = CalendlyTrial.NOW;
        assertThat(read(BODY, signature(now, BODY, "another key"))).isNull();
        assertThat(read(BODY + " ", signature(now, BODY, SECRET))).isNull();
        assertThat(read(BODY, signature(now.minus(Duration.ofMinutes(4)), BODY, SECRET))).isNull();
        assertThat(read(BODY, signature(now.plus(Duration.ofMinutes(4)), BODY, SECRET))).isNull();
        assertThat(read(BODY, "t=1,v1=zz")).isNull();
        assertThat(read(BODY, "")).isNull();
        var older = signature(now.minusSeconds(400), BODY, SECRET);
        assertThat(read(BODY, older.replaceFirst("t=\\d+", "t=" + now.getEpochSecond()))).isNull();
    }

    private @Nullable Call read(String body, String signature) {
        return trial.provider
                .read(
                        body.getBytes(StandardCharsets.UTF_8),
                        Map.of("calendly-webhook-signature", signature),
                        Map.of(),
                        SECRET)
                .orElse(null);
    }

    private static String signature(Instant at, String body, String key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = at.getEpochSecond() + "." + body;
            var hash = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
