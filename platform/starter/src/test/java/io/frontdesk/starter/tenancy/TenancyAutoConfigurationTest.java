package io.frontdesk.starter.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.frontdesk.starter.database.SharedPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class TenancyAutoConfigurationTest {
    private static final AutoConfigurations TENANCY =
            AutoConfigurations.of(TenancyAutoConfiguration.class);

    private final ApplicationContextRunner app =
            new ApplicationContextRunner()
                    .withConfiguration(TENANCY)
                    .withConfiguration(
                            AutoConfigurations.of(
                                    DataSourceAutoConfiguration.class,
                                    JdbcTemplateAutoConfiguration.class,
                                    JdbcClientAutoConfiguration.class,
                                    DataSourceTransactionManagerAutoConfiguration.class,
                                    TransactionAutoConfiguration.class))
                    .withPropertyValues(
                            "spring.datasource.url="
                                    + SharedPostgres.url()
                                    + "?currentSchema=switched",
                            "spring.datasource.username=switched_app",
                            "spring.datasource.password=" + SharedPostgres.APP_PASSWORD);

    @BeforeAll
    static void provision() {
        SharedPostgres.provision("switched-service");
        SharedPostgres.asOwner("switched", "drop table if exists open");
    }

    @Test
    void isOnWhereThereIsADatabase() {
        app.run(context -> {
            assertThat(context)
                    .hasSingleBean(Tenancy.class)
                    .hasSingleBean(RowSecurityCheck.class)
                    .hasSingleBean(TransactionTemplate.class)
                    .getBean(PlatformTransactionManager.class)
                    .isInstanceOf(TenantTransactionManager.class);
            assertThat(context.getBean(TransactionTemplate.class).getTransactionManager())
                    .isInstanceOf(TenantTransactionManager.class);
        });
    }

    @Test
    void knowsTheTenantOnlyWhereThereIsNoDatabase() {
        new ApplicationContextRunner()
                .withConfiguration(TENANCY)
                .run(context ->
                        assertThat(context)
                                .hasSingleBean(Tenancy.class)
                                .doesNotHaveBean(RowSecurityCheck.class)
                                .doesNotHaveBean(PlatformTransactionManager.class));
    }

    @Test
    void leavesTransactionsToAnAppThatBringsItsOwn() {
        var own = mock(PlatformTransactionManager.class);
        app.withBean(PlatformTransactionManager.class, () -> own)
                .run(context ->
                        assertThat(context)
                                .getBean(PlatformTransactionManager.class)
                                .isSameAs(own));
    }

    @Test
    void stopsTheStartAtATableThatIsNotGuarded() {
        SharedPostgres.asOwner("switched", "create table open (tenant_id uuid)");
        try {
            app.run(context ->
                    assertThat(context).getFailure().hasMessageEndingWith("policy: open"));
        } finally {
            SharedPostgres.asOwner("switched", "drop table open");
        }
    }
}
