package io.frontdesk.starter.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontdesk.starter.time.MovableClock;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.web.client.RestTemplate;

/** The gateway's keys change, vanish and come back; tokens end. */
class SigningKeysTest {
    private final SigningGateway gateway = SigningGateway.start();
    private final MovableClock clock = new MovableClock(Clock.systemUTC().instant());
    private final RememberedTokens decoder =
            new RememberedTokens(
                    InternalTokens.decoder(
                            new IdentityProperties(
                                    true,
                                    IdentityProperties.Mode.TOKEN,
                                    "frontdesk-gateway",
                                    "frontdesk-services",
                                    URI.create(gateway.keysUrl()),
                                    URI.create(gateway.tokenUrl()),
                                    null,
                                    UUID.randomUUID()),
                            new RestTemplate(),
                            clock),
                    clock);

    @AfterEach
    void stopTheGateway() {
        gateway.stop();
    }

    @Test
    void fetchesTheKeysOnceForManyTokens() {
        for (var i = 0; i < 5; i++) {
            decoder.decode(gateway.sign(claims -> {}));
        }
        assertThat(gateway.keyRequests()).isEqualTo(1);
    }

    @Test
    void learnsANewKeyWhenATokenNamesIt() {
        decoder.decode(gateway.sign(claims -> {}));
        var second = SigningGateway.key("second");
        gateway.publish(gateway.key(), second);
        var token =
                SigningGateway.sign(
                        SigningGateway.header("second"), SigningGateway.claims().build(), second);
        assertThat(decoder.decode(token).getSubject()).isEqualTo("anna");
        assertThat(gateway.keyRequests()).isEqualTo(2);
    }

    @Test
    void refusesATokenThatEndsWhileItIsRemembered() {
        var token = gateway.sign(claims -> {});
        Jwt first = decoder.decode(token);
        clock.advance(Duration.ofSeconds(30));
        assertThat(decoder.decode(token)).isSameAs(first);
        clock.advance(Duration.ofSeconds(40));
        assertThatExceptionOfType(JwtValidationException.class)
                .isThrownBy(() -> decoder.decode(token));
    }

    @Test
    void remembersNoTokenThatItRefused() {
        var token =
                SigningGateway.sign(
                        SigningGateway.header("second"),
                        SigningGateway.claims().build(),
                        SigningGateway.key("second"));
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode(token));
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode(token));
    }

    @Test
    void goesOnWithTheKeysItKnowsWhileTheGatewayIsDown() {
        decoder.decode(gateway.sign(claims -> {}));
        var other = gateway.sign(claims -> claims.subject("other"));
        gateway.stop();
        assertThat(decoder.decode(other).getSubject()).isEqualTo("other");
    }

    @Test
    void tellsThatATokenCannotBeCheckedFromThatItIsWrong() {
        var token = gateway.sign(claims -> {});
        gateway.stop();
        assertThatExceptionOfType(JwtException.class)
                .isThrownBy(() -> decoder.decode(token))
                .isNotInstanceOf(BadJwtException.class);
    }

    @Test
    void recoversWhenTheKeysAreBack() {
        gateway.answerWith(500);
        var token = gateway.sign(claims -> {});
        assertThatExceptionOfType(JwtException.class).isThrownBy(() -> decoder.decode(token));
        gateway.answerWith(200);
        assertThat(decoder.decode(token).getSubject()).isEqualTo("anna");
    }
}
