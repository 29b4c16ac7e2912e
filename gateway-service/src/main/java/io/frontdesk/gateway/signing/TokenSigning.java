package io.frontdesk.gateway.signing;

import com.nimbusds.jose.jwk.JWKSet;
import io.frontdesk.gateway.access.FleetProperties;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Lets the authorization server sign with the key that signs now, and with no other. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SigningProperties.class, FleetProperties.class})
class TokenSigning {
    @Bean
    JwtEncoder jwtEncoder(KeyRing keys) {
        return new NimbusJwtEncoder(
                (selector, context) -> selector.select(new JWKSet(List.of(keys.signing()))));
    }
}
