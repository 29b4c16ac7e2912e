package io.frontdesk.ragcore.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.ragcore.RagCoreTest;
import io.frontdesk.starter.tenancy.Tenancy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RagCoreTest
class BudgetsTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final UUID tenant = UUID.randomUUID();
    @Autowired private Budgets budgets;
    @Autowired private Tenancy tenancy;

    @Test
    void forgetsWhatAProcessDidNotLiveToSettle() {
        tenancy.as(
                tenant,
                () -> {
                    budgets.set(Budgets.ALL, BigDecimal.ONE);
                    budgets.reserve("", "m", BigDecimal.ONE, Duration.ZERO);
                    var reserved = budgets.reserve("", "m", BigDecimal.ONE, LONG);
                    assertThatThrownBy(() -> budgets.reserve("", "m", HALF, LONG))
                            .isInstanceOf(BudgetExceeded.class)
                            .hasMessageContaining("0.5 EUR");
                    budgets.release(reserved);
                    budgets.reserve("", "m", HALF, LONG);
                });
    }

    @Test
    void countsWhatWasSpentAndNotWhatWasReserved() {
        tenancy.as(
                tenant,
                () -> {
                    budgets.set(Budgets.ALL, BigDecimal.ONE);
                    var reserved = budgets.reserve("", "m", BigDecimal.ONE, LONG);
                    budgets.settle(reserved, HALF, 1, 1);
                    budgets.settle(reserved, BigDecimal.ONE, 1, 1);
                    assertThat(budgets.of(Budgets.ALL).left()).isEqualByComparingTo(HALF);
                });
    }

    @Test
    void neverSettlesAtMoreThanWasReserved() {
        tenancy.as(
                tenant,
                () -> {
                    var reserved = budgets.reserve("", "m", HALF, LONG);
                    budgets.settle(reserved, BigDecimal.TEN, 1, 1);
                    assertThat(budgets.of(Budgets.ALL).spent().settled())
                            .isEqualByComparingTo(HALF);
                });
    }
}
