package io.frontdesk.launcher.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private final Secrets secrets = new Secrets("key", "fd_o", "p", new UUID(0, 0), "fd_d");

    @Test
    void derivesWhatTheGatewayDerives() {
        // printf 'client:payment-service' | openssl dgst -sha256 -hmac key -binary | base64url
        assertThat(secrets.clientSecret("payment-service"))
                .isEqualTo("yJ3Oy3PTm8-26WeIJwubMxR7R0p1dFRh_02sZkZheaY");
    }

    @Test
    void givesEachPurposeASecretOfItsOwn() {
        var all =
                Stream.of("a-service", "b-service")
                        .flatMap(service ->
                                Stream.of(
                                        secrets.clientSecret(service),
                                        secrets.ownerPassword(service),
                                        secrets.appPassword(service),
                                        secrets.secretsKey(service)));
        assertThat(Stream.concat(all, Stream.of(secrets.infrastructurePassword())))
                .doesNotHaveDuplicates()
                .allMatch(secret -> secret.length() == 43);
    }

    @Test
    void makesNewOnesThatDiffer() {
        var one = Secrets.random(Clock.systemUTC());
        var other = Secrets.random(Clock.systemUTC());

        assertThat(one.fleetSecret()).isNotEqualTo(other.fleetSecret());
        assertThat(one.operatorKey()).startsWith("fd_").isNotEqualTo(one.demoKey());
        assertThat(one.demoTenantId().version()).isEqualTo(7);
        assertThat(one.demoTenantId().variant()).isEqualTo(2);
    }

    @Test
    void givesTheFleetSecretToTheGatewayAlone() {
        var payment = ServiceEnvironment.of("payment-service", secrets, "jdbc:x");
        var gateway = ServiceEnvironment.of("gateway-service", secrets, "jdbc:x");

        assertThat(gateway).containsEntry("FRONTDESK_FLEET_SECRET", "key");
        assertThat(payment.values()).doesNotContain("key", "fd_o", "fd_d", "p");
        assertThat(payment.values()).doesNotContainAnyElementsOf(secretsOf("gateway-service"));
    }

    private Iterable<String> secretsOf(String service) {
        return Stream.of(
                        secrets.clientSecret(service),
                        secrets.ownerPassword(service),
                        secrets.appPassword(service),
                        secrets.secretsKey(service))
                .toList();
    }
}
