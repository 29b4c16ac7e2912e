package io.frontdesk.payment.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.fact.Failure;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Money TEN = Money.parse("EUR 10.00");
    private static final Fact ASKED = new Fact.ActionRequired("ch", AT, null);
    private static final Fact AUTHORIZED = new Fact.Authorized("ch", AT, TEN, null);
    private static final Fact CAPTURED = new Fact.Captured("ch", AT, "ca", TEN, null);
    private static final Fact FAILED =
            new Fact.Failed("ch", AT, new Failure("card-declined", "No."));
    private static final Fact REFUNDED = new Fact.Refunded("ch", AT, "re", TEN);

    @Test
    void isUnknownUntilSomethingIsTold() {
        assertThat(status()).isEqualTo(PaymentStatus.UNKNOWN);
    }

    @Test
    void letsACaptureBeatALateRequestToAuthenticate() {
        assertThat(status(CAPTURED, ASKED)).isEqualTo(PaymentStatus.CAPTURED);
    }

    @Test
    void doesNotUndoACaptureByALateFailure() {
        assertThat(status(CAPTURED, FAILED)).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(Standing.of(CurrencyUnit.EUR, List.of(CAPTURED, FAILED)).failure()).isNull();
    }

    @Test
    void isRefundedWhenEverythingCapturedWentBack() {
        assertThat(status(AUTHORIZED, CAPTURED, REFUNDED)).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void countsARefundThatFailedAsNone() {
        var failed = new Fact.RefundFailed("ch", AT, "re", TEN, "account closed");
        assertThat(status(CAPTURED, REFUNDED, failed)).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(status(CAPTURED, failed)).isEqualTo(PaymentStatus.CAPTURED);
    }

    @Test
    void leavesNothingToCaptureOnceTheRestWentBack() {
        var part = new Fact.Captured("ch", AT, "ca", Money.parse("EUR 4.00"), null);
        var standing = Standing.of(CurrencyUnit.EUR, List.of(AUTHORIZED, part));
        assertThat(standing.capturable()).isEqualTo(Money.parse("EUR 6.00"));
        var ended =
                Standing.of(
                        CurrencyUnit.EUR, List.of(AUTHORIZED, part, new Fact.Cancelled("ch", AT)));
        assertThat(ended.capturable().isZero()).isTrue();
        assertThat(ended.status()).isEqualTo(PaymentStatus.CAPTURED);
    }

    private static PaymentStatus status(Fact... facts) {
        return Standing.of(CurrencyUnit.EUR, List.of(facts)).status();
    }
}
