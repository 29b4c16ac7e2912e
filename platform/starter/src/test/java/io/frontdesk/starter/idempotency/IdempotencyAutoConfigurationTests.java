package io.frontdesk.starter.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.starter.events.TestSchema;
import io.frontdesk.starter.tenancy.TenancyAutoConfiguration;
import io.frontdesk.starter.time.TimeAutoConfiguration;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.web.method.HandlerMethod;

class IdempotencyAutoConfigurationTests {
    private static final AutoConfigurations ALL =
            AutoConfigurations.of(
                    TimeAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class,
                    TenancyAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    IdempotencyAutoConfiguration.class);
    private static TestSchema schema;

    private final WebApplicationContextRunner bare =
            new WebApplicationContextRunner().withConfiguration(ALL);
    private final WebApplicationContextRunner withDatabase =
            bare.withBean(
                    "dataSource",
                    DataSource.class,
                    () -> schema.application(),
                    definition -> definition.setDestroyMethodName(""));

    @BeforeAll
    static void makeSchema() throws SQLException {
        schema = new TestSchema();
    }

    @AfterAll
    static void closeSchema() {
        schema.close();
    }

    @Test
    void isOnInAWebServiceThatHasADatabase() {
        withDatabase.run(context ->
                assertThat(context)
                        .hasNotFailed()
                        .hasBean("idempotencyFilter")
                        .hasSingleBean(KeySweep.class));
    }

    @Test
    void isOffWithoutADatabase() {
        bare.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(KeySweep.class));
    }

    @Test
    void isOffWhenSwitchedOff() {
        withDatabase
                .withPropertyValues("frontdesk.idempotency.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(KeySweep.class));
    }

    @Test
    void isOffWhereThereIsNoWeb() {
        new ApplicationContextRunner()
                .withConfiguration(ALL)
                .withBean(
                        "dataSource",
                        DataSource.class,
                        () -> schema.application(),
                        definition -> definition.setDestroyMethodName(""))
                .run(context -> assertThat(context).doesNotHaveBean(KeySweep.class));
    }

    @Test
    void tellsOfTheHeaderInTheApiPage() {
        assertThat(parameters("buy")).singleElement().returns(false, Parameter::getRequired);
        assertThat(parameters("pay")).singleElement().returns(true, Parameter::getRequired);
        assertThat(parameters("look")).isNull();
    }

    private static List<Parameter> parameters(String name) {
        var method =
                Stream.of(Shop.ShopController.class.getDeclaredMethods())
                        .filter(candidate -> candidate.getName().equals(name))
                        .findFirst()
                        .orElseThrow();
        var operation = new Operation();
        new KeyParameter().customize(operation, new HandlerMethod("shop", method));
        return operation.getParameters();
    }
}
