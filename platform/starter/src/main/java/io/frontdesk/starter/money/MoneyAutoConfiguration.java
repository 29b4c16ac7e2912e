package io.frontdesk.starter.money;

import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import org.joda.money.Money;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.datatype.jodamoney.AmountRepresentation;
import tools.jackson.datatype.jodamoney.JodaMoneyModule;

/** Money on the wire, for services that have Joda-Money on their class path. */
@AutoConfiguration(before = JacksonAutoConfiguration.class)
@ConditionalOnClass({Money.class, JodaMoneyModule.class})
public class MoneyAutoConfiguration {
    static {
        var money = new ObjectSchema();
        money.addProperty("amount", new StringSchema().example("12.50"));
        money.addProperty("currency", new StringSchema().example("EUR"));
        money.setRequired(List.of("amount", "currency"));
        SpringDocUtils.getConfig().replaceWithSchema(Money.class, money);
    }

    @Bean
    JacksonModule writtenMoney() {
        return new JodaMoneyModule().withAmountRepresentation(AmountRepresentation.DECIMAL_STRING);
    }

    /** In the place of the library's reader, which takes floating-point numbers and says little. */
    @Bean
    JacksonModule readMoney() {
        return new SimpleModule("frontdesk-money").addDeserializer(Money.class, new MoneyReader());
    }
}
