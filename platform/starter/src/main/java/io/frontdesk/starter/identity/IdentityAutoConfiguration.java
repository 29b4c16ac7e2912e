package io.frontdesk.starter.identity;

import io.frontdesk.starter.problem.ProblemAutoConfiguration;
import io.frontdesk.starter.problem.Problems;
import io.frontdesk.starter.time.TimeAutoConfiguration;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every request needs the gateway's internal token, but for health, metrics and the API page. */
@AutoConfiguration(
        after = {ProblemAutoConfiguration.class, TimeAutoConfiguration.class},
        before = ServletWebSecurityAutoConfiguration.class)
@EnableConfigurationProperties(IdentityProperties.class)
@ConditionalOnProperty(name = "frontdesk.identity.enabled", matchIfMissing = true)
@EnableMethodSecurity
public class IdentityAutoConfiguration {
    private static final PublicPaths OPEN =
            new PublicPaths("/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**");

    static {
        // It comes with the token; in an API document it would pass for something to send.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Identity.class);
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(IdentityProperties properties, Clock clock) {
        var http = new RestTemplate(gatewayRequests());
        return new RememberedTokens(InternalTokens.decoder(properties, http, clock), clock);
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @ConditionalOnMissingBean(SecurityFilterChain.class)
    SecurityFilterChain internalTokenOnly(
            HttpSecurity http,
            IdentityProperties properties,
            ServerProperties server,
            Problems problems,
            ObjectProvider<PublicPaths> publicPaths) {
        var refusals = new Refusals(problems);
        http.csrf(csrf -> csrf.disable())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(
                                    jakarta.servlet.DispatcherType.ERROR,
                                    jakarta.servlet.DispatcherType.ASYNC)
                            .permitAll();
                    requests.requestMatchers(array(OPEN)).permitAll();
                    publicPaths.forEach(p -> requests.requestMatchers(array(p)).permitAll());
                    requests.anyRequest().authenticated();
                })
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .oauth2ResourceServer(oauth ->
                        oauth.jwt(jwt -> jwt.jwtAuthenticationConverter(new InternalTokens()))
                                .authenticationEntryPoint(refusals)
                                .accessDeniedHandler(refusals)
                                .withObjectPostProcessor(failuresTo(refusals)));
        if (properties.mode() == IdentityProperties.Mode.LOCAL) {
            http.addFilterBefore(
                    localIdentity(properties, server.getAddress()),
                    BearerTokenAuthenticationFilter.class);
        }
        return http.build();
    }

    @Bean
    @ConditionalOnMissingBean
    ServiceTokens serviceTokens(
            IdentityProperties properties,
            @Value("${spring.application.name}") String service,
            Clock clock) {
        var http = RestClient.builder().requestFactory(gatewayRequests()).build();
        return new ServiceTokens(properties, service, http, clock);
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    WebMvcConfigurer identityArgument() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new IdentityArgument());
            }
        };
    }

    /** A request waits for the gateway's answer, so it must not wait long. */
    private static ClientHttpRequestFactory gatewayRequests() {
        var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(Duration.ofSeconds(5));
        return requests;
    }

    private static LocalIdentity localIdentity(
            IdentityProperties properties, @Nullable InetAddress address) {
        return new LocalIdentity(properties.localTenant(), address);
    }

    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> failuresTo(
            Refusals refusals) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(refusals);
                return filter;
            }
        };
    }

    private static String[] array(PublicPaths paths) {
        return paths.patterns().toArray(String[]::new);
    }
}
