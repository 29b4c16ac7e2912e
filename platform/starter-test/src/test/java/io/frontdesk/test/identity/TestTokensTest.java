package io.frontdesk.test.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;

class TestTokensTest {
    private static final UUID TENANT = UUID.randomUUID();

    private final NimbusJwtDecoder decoder =
            NimbusJwtDecoder.withJwkSetUri(TestIssuer.url() + "/oauth2/jwks")
                    .jwsAlgorithm(SignatureAlgorithm.ES256)
                    .validateType(false)
                    .build();

    TestTokensTest() {
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        new JwtTypeValidator("at+jwt"), new JwtTimestampValidator()));
    }

    @Test
    void areVerifiableAgainstThePublishedKey() {
        var token = decoder.decode(TestTokens.owner(TENANT));

        assertThat(token.getClaimAsString("tenant")).isEqualTo(TENANT.toString());
        assertThat(token.getClaimAsStringList("roles")).containsExactly("owner");
        assertThat(token.getClaimAsString("scope")).contains("knowledge:write");
        assertThat(token.getHeaders()).containsEntry("typ", "at+jwt");
    }

    static Stream<String> refusable() {
        return Stream.of(
                TestTokens.forged(TENANT), TestTokens.expired(TENANT), TestTokens.unsigned(TENANT));
    }

    @ParameterizedTest
    @MethodSource("refusable")
    void areRefusedWhenForgedExpiredOrUnsigned(String token) {
        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
    }

    @Test
    void areIssuedToServices() {
        var answer =
                RestClient.create(TestIssuer.url())
                        .post()
                        .uri("/oauth2/token")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .body("grant_type=client_credentials&tenant=" + TENANT)
                        .retrieve()
                        .body(TokenAnswer.class);

        assertThat(answer).isNotNull();
        var token = decoder.decode(answer.access_token());
        assertThat(token.getClaimAsStringList("roles")).containsExactly("service");
        assertThat(token.getClaimAsString("tenant")).isEqualTo(TENANT.toString());
    }

    record TokenAnswer(String access_token, long expires_in) {}
}
