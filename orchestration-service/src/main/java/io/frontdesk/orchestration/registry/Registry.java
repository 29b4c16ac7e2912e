package io.frontdesk.orchestration.registry;

import io.frontdesk.starter.identity.PublicPaths;
import io.frontdesk.starter.problem.Problems;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.netflix.eureka.server.EnableEurekaServer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Serves {@code /eureka}: to services of the fleet, by the password that they share. */
@Configuration(proxyBeanMethods = false)
@EnableEurekaServer
@EnableScheduling
class Registry {
    @Bean
    PublicPaths registryPaths() {
        return new PublicPaths("/eureka/**");
    }

    @Bean
    FilterRegistrationBean<FleetPassword> registryPassword(
            @Value("${frontdesk.infrastructure.password:#{null}}") @Nullable String password,
            Problems problems) {
        var filter = new FilterRegistrationBean<>(new FleetPassword(password, problems));
        filter.addUrlPatterns("/eureka/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return filter;
    }

    /**
     * Eureka's answers stay as they are: to a client, "404 without a body" means that it must
     * register again, and a problem document in its place is an answer that it cannot read.
     */
    @Bean
    static BeanPostProcessor plainAnswers() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof ResourceConfig jersey) {
                    jersey.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
                }
                return bean;
            }
        };
    }
}
