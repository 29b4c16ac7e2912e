package io.frontdesk.orchestration.broker;

import io.frontdesk.orchestration.fleet.FleetProperties;
import java.net.InetAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the broker into this process, unless the fleet has one elsewhere. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "frontdesk.broker.enabled", matchIfMissing = true)
class BrokerStart {
    @Bean
    Broker broker(
            BrokerProperties properties,
            FleetProperties fleet,
            @Value("${server.address}") InetAddress address,
            @Value("${frontdesk.infrastructure.password:#{null}}") @Nullable String password,
            @Value("${frontdesk.state.directory:.fleet/alone/${spring.application.name}}")
                    Path state) {
        String secret = password == null || password.isEmpty() ? null : password;
        if (secret == null && !address.isLoopbackAddress()) {
            throw new IllegalStateException(
                    "Registry and broker would be open to everybody on %s: set"
                                    .formatted(address.getHostAddress())
                            + " frontdesk.infrastructure.password, or server.address=127.0.0.1.");
        }
        return new Broker(
                properties,
                fleet.services(),
                address.getHostAddress(),
                secret,
                state.resolve("broker"));
    }
}
