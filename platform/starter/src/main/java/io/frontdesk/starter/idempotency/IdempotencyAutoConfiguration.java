package io.frontdesk.starter.idempotency;

import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.starter.tenancy.TenancyAutoConfiguration;
import io.frontdesk.starter.time.TimeAutoConfiguration;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Idempotency keys for every web service that has a database. */
@AutoConfiguration(
        after = {
            DataSourceAutoConfiguration.class,
            JdbcClientAutoConfiguration.class,
            TenancyAutoConfiguration.class,
            TimeAutoConfiguration.class
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(DataSource.class)
@ConditionalOnProperty(name = "frontdesk.idempotency.enabled", matchIfMissing = true)
@EnableConfigurationProperties(IdempotencyProperties.class)
public class IdempotencyAutoConfiguration {
    /** Inside Spring Security's filters, which say who is asking. */
    private static final int ORDER = SecurityFilterProperties.DEFAULT_FILTER_ORDER + 10;

    @Bean
    KeyedCall.Needs keyedCallNeeds(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Tenancy tenancy,
            IdempotencyProperties properties,
            Clock clock) {
        return new KeyedCall.Needs(
                new IdempotencyKeys(jdbc), transactions, tenancy, properties, clock);
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            KeyedCall.Needs needs,
            @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> problems) {
        var registration =
                new FilterRegistrationBean<>(new IdempotencyFilter(needs, problems::getObject));
        registration.setOrder(ORDER);
        return registration;
    }

    @Bean
    WebMvcConfigurer idempotencyKeyRequirement() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new KeyRequirement());
            }
        };
    }

    @Bean
    KeySweep idempotencyKeySweep(KeyedCall.Needs needs) {
        return new KeySweep(needs);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springdoc.core.customizers.GlobalOperationCustomizer")
    static class ApiPage {
        @Bean
        KeyParameter idempotencyKeyParameter() {
            return new KeyParameter();
        }
    }
}
