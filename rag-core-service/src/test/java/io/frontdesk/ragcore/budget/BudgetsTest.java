package io.frontdesk.ragcore.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.ragcore.RagCoreTest;
import io.frontdesk.starter.tenancy.Tenancy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@RagCoreTest
class BudgetsTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final UUID tenant = UUID.randomUUID();
    @Autowired private Budgets budgets;
    @Autowired private Tenancy tenancy;
    @Autowired private TransactionTemplate transactions;

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
    void reservesNothingTwiceHoweverManyAskAtOnce() {
        tenancy.as(tenant, (Runnable) () -> budgets.set(Budgets.ALL, BigDecimal.ONE));
        var tenth = new BigDecimal("0.1");
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var reserved =
                    IntStream.range(0, 200)
                            .mapToObj(_ ->
                                    CompletableFuture.supplyAsync(() -> reserved(tenth), callers))
                            .toList();
            assertThat(reserved.stream().filter(CompletableFuture::join)).hasSize(10);
        }
    }

    private boolean reserved(BigDecimal amount) {
        try {
            tenancy.as(tenant, () -> budgets.reserve("", "m", amount, LONG));
            return true;
        } catch (BudgetExceeded full) {
            return false;
        }
    }

    @Test
    void leaksNothingWhenTheTransactionIsCutAfterReserving() {
        Runnable work =
                () -> {
                    budgets.set(Budgets.ALL, BigDecimal.ONE);
                    transactions.executeWithoutResult(status -> {
                        budgets.reserve("", "m", BigDecimal.ONE, LONG);
                        status.setRollbackOnly();
                    });
                    assertThat(budgets.of(Budgets.ALL).reserved()).isZero();
                    budgets.reserve("", "m", BigDecimal.ONE, LONG);
                    assertThat(budgets.of(Budgets.ALL).reserved()).isEqualByComparingTo("1");
                };
        tenancy.as(tenant, work);
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
                    assertThat(budgets.of(Budgets.ALL).settled()).isEqualByComparingTo(HALF);
                });
    }
}
