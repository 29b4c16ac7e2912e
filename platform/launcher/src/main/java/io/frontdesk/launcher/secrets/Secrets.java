package io.frontdesk.launcher.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets of one installation. All passwords between its parts are derived from {@code
 * fleetSecret} (HMAC-SHA-256, RFC 2104), so that each service can be given its own and no other.
 */
public record Secrets(
        String fleetSecret,
        String operatorKey,
        String operatorPassword,
        UUID demoTenantId,
        String demoKey) {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    public static Secrets random(Clock clock) {
        var random = new SecureRandom();
        return new Secrets(
                text(random, 32),
                "fd_" + text(random, 32),
                text(random, 18),
                timeOrdered(random, clock),
                "fd_" + text(random, 32));
    }

    public String clientSecret(String service) {
        return derived("client:" + service);
    }

    public String ownerPassword(String service) {
        return derived("owner:" + service);
    }

    public String appPassword(String service) {
        return derived("app:" + service);
    }

    /** What a service seals its tenants' secrets with: 32 bytes in Base64 (URL alphabet). */
    public String secretsKey(String service) {
        return derived("secrets:" + service);
    }

    public String infrastructurePassword() {
        return derived("infrastructure");
    }

    private String derived(String label) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(fleetSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return BASE64.encodeToString(mac.doFinal(label.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static String text(SecureRandom random, int bytes) {
        var secret = new byte[bytes];
        random.nextBytes(secret);
        return BASE64.encodeToString(secret);
    }

    /** UUID version 7 (RFC 9562). */
    private static UUID timeOrdered(SecureRandom random, Clock clock) {
        var high = (clock.millis() << 16) | 0x7000 | random.nextInt(0x1000);
        var low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
