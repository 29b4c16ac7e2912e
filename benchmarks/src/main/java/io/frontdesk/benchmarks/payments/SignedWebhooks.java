package io.frontdesk.benchmarks.payments;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** Messages as the sandbox signs them, with a secret that the benchmark has configured. */
final class SignedWebhooks {
    private static final String SECRET = "whsec_benchmark_only";

    private final String address;

    SignedWebhooks(String address) throws IOException, InterruptedException {
        this.address = address;
        var uri = URI.create(address + "/api/payments/configuration");
        try (var http = HttpClient.newHttpClient()) {
            var before =
                    http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
            var configuration =
                    """
                    {"version":%d,"defaultProvider":"sandbox","providers":[{"provider":"sandbox",\
                    "mode":"test","secretKey":"sk_sandbox_benchmark","webhookSecrets":["%s"]}]}\
                    """
                            .formatted(
                                    new JsonMapper().readTree(before).path("version").asLong(),
                                    SECRET);
            var answer =
                    http.send(
                            HttpRequest.newBuilder(uri)
                                    .header("Content-Type", "application/json")
                                    .PUT(BodyPublishers.ofString(configuration))
                                    .build(),
                            BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("The sandbox could not be configured: " + answer.body());
            }
        }
    }

    /** Each is another message, of a kind that changes no payment. */
    HttpRequest request(long number) {
        var body = "{\"id\":\"%s\",\"type\":\"ping\"}".formatted(UUID.randomUUID());
        var time = Clock.systemUTC().instant().getEpochSecond();
        return HttpRequest.newBuilder(URI.create(address + "/api/payments/webhooks/sandbox"))
                .header("Content-Type", "application/json")
                .header(
                        "Frontdesk-Sandbox-Signature",
                        "t=" + time + ",v1=" + signature(time + "." + body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static String signature(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
