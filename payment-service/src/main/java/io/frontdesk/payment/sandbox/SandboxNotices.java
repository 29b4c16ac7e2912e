package io.frontdesk.payment.sandbox;

import io.frontdesk.payment.notice.Notice;
import io.frontdesk.payment.notice.SignatureRejected;
import io.frontdesk.payment.notice.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages of the sandbox: written with what they tell of, signed when they are sent. The signature
 * is HMAC-SHA256 over {@code timestamp.body}.
 */
@Component
public class SandboxNotices {
    public static final String HEADER = "frontdesk-sandbox-signature";
    private static final Pattern SIGNATURE = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final Clock clock;
    private final JsonMapper json;

    SandboxNotices(JdbcClient jdbc, IdGenerator ids, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    private record Body(UUID id, String type, UUID paymentId, List<SandboxEntry> entries) {}

    /** Writes messages with the change that they tell of, unless the tenant's faults drop them. */
    @Transactional(propagation = Propagation.MANDATORY)
    void write(UUID payment, List<SandboxEntry> entries) {
        for (var entry : entries) {
            var id = ids.generateId();
            var body = new Body(id, "charge." + entry.kind(), payment, List.of(entry));
            jdbc.sql(
                            """
                            insert into sandbox_webhook (id, body, due_at)
                            select :id, :body, cast(:now as timestamptz) + make_interval(
                                secs => coalesce(cast(f.content ->> 'delayWebhooks' as int), 0))
                            from (values (1)) always left join sandbox_faults f on true
                            where not coalesce(cast(f.content ->> 'dropWebhooks' as boolean), false)
                            """)
                    .param("id", id)
                    .param("body", json.writeValueAsString(body))
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
    }

    /** The headers that a message is sent with at a time. */
    public static Map<String, String> sign(String body, String secret, Instant at) {
        var time = Long.toString(at.getEpochSecond());
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return Map.of(
                HEADER, "t=" + time + ",v1=" + HexFormat.of().formatHex(mac(time, bytes, secret)));
    }

    Notice read(List<String> secrets, Webhook webhook) {
        var header = webhook.header(HEADER);
        if (header == null) {
            throw new SignatureRejected("The message has no signature.");
        }
        var signature = SIGNATURE.matcher(header);
        if (!signature.matches()) {
            throw new SignatureRejected("The signature cannot be read.");
        }
        var time = signature.group(1);
        var age =
                Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), webhook.receivedAt());
        if (age.abs().compareTo(TOLERANCE) > 0) {
            throw new SignatureRejected("The signature is too old.");
        }
        var given = HexFormat.of().parseHex(signature.group(2));
        if (secrets.stream()
                .noneMatch(secret ->
                        MessageDigest.isEqual(mac(time, webhook.body(), secret), given))) {
            throw new SignatureRejected("The signature is not right.");
        }
        return notice(webhook);
    }

    private Notice notice(Webhook webhook) {
        try {
            var tree = json.readTree(webhook.body());
            var type = tree.path("type").asString("");
            if (!type.startsWith("charge.")) {
                return new Notice(tree.path("id").asString(""), type, null, List.of());
            }
            var body = json.treeToValue(tree, Body.class);
            var facts = body.entries().stream().map(SandboxEntry::fact).toList();
            return new Notice(body.id().toString(), body.type(), body.paymentId(), facts);
        } catch (JacksonException e) {
            throw new SignatureRejected("The message cannot be read.", e);
        }
    }

    private static byte[] mac(String time, byte[] body, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
