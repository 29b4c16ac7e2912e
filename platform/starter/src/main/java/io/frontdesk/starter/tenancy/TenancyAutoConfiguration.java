package io.frontdesk.starter.tenancy;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every transaction runs for the tenant that its work belongs to. */
@AutoConfiguration(
        after = {
            DataSourceAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            JdbcClientAutoConfiguration.class
        },
        before = DataSourceTransactionManagerAutoConfiguration.class)
public class TenancyAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Tenancy tenancy() {
        return new Tenancy();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(DataSource.class)
    static class RowSecurity {
        @Bean
        @ConditionalOnMissingBean(PlatformTransactionManager.class)
        TenantTransactionManager transactionManager(DataSource dataSource, Tenancy tenancy) {
            return new TenantTransactionManager(dataSource, tenancy);
        }

        @Bean
        @ConditionalOnMissingBean
        TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        RowSecurityCheck rowSecurityCheck(JdbcClient jdbc) {
            return new RowSecurityCheck(jdbc);
        }
    }
}
