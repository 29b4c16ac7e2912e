package io.frontdesk.starter.client;

import static io.frontdesk.starter.client.CallingService.CALLEE;
import static io.frontdesk.starter.client.CallingService.bean;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontdesk.starter.client.CallingService.Broken;
import io.frontdesk.starter.client.CallingService.Dead;
import io.frontdesk.starter.client.CallingService.Dropping;
import io.frontdesk.starter.client.CallingService.Half;
import io.frontdesk.starter.client.CallingService.Missing;
import io.frontdesk.starter.client.CallingService.Silent;
import io.frontdesk.starter.client.CallingService.Twin;
import io.frontdesk.starter.client.CallingService.Unknown;
import io.frontdesk.starter.problem.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;

/** What a caller sees when the other service fails, and how often it is asked. */
class FailingCallsTest {
    @Test
    void isUnavailableWhereNobodyListens() {
        unavailable("dead-service", () -> bean(Dead.class).get());
        unavailable("dead-service", () -> bean(Dead.class).post());
    }

    @Test
    void isUnavailableWhereNobodyIsKnown() {
        unavailable("unknown-service", () -> bean(Unknown.class).get());
    }

    @Test
    void looksLikeAProblemOfTheFleetToTheCaller() {
        var problem = ServiceUnavailable.class.getAnnotation(Problem.class);
        assertThat(problem.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(problem.type()).isEqualTo("service-unavailable");
    }

    @Test
    void asksOnceAServiceThatDoesNotAnswerInTime() {
        var before = CALLEE.requests();
        unavailable("silent-service", () -> bean(Silent.class).get());
        assertThat(CALLEE.requests()).isEqualTo(before + 1);
    }

    @Test
    void waitsNotForeverForTheRestOfAnAnswer() {
        var before = CALLEE.requests();
        unavailable("half-service", () -> bean(Half.class).get());
        assertThat(CALLEE.requests()).isEqualTo(before + 1);
    }

    @Test
    void asksAgainOnlyWhereRepeatingIsSafe() {
        var dropping = bean(Dropping.class);
        assertThat(requests(dropping::post)).isEqualTo(1);
        // The JDK's client repeats a GET once more by itself.
        assertThat(requests(dropping::get)).isGreaterThanOrEqualTo(3);
        assertThat(requests(() -> dropping.post("a-key"))).isEqualTo(3);
    }

    @Test
    void asksAnotherInstanceWhenItAsksAgain() {
        for (var i = 0; i < 4; i++) {
            assertThat(bean(Twin.class).get().authorization()).startsWith("Bearer ");
        }
    }

    @Test
    void passesARefusalOnAndTakesItForNoFailure() {
        var missing = bean(Missing.class);
        for (var i = 0; i < 15; i++) {
            var before = CALLEE.requests();
            assertThatExceptionOfType(HttpClientErrorException.NotFound.class)
                    .isThrownBy(missing::get);
            assertThat(CALLEE.requests()).isEqualTo(before + 1);
        }
        assertThat(missing.found().authorization()).startsWith("Bearer ");
    }

    @Test
    void stopsAskingAServiceThatFailsAllTheTime() {
        var broken = bean(Broken.class);
        for (var i = 0; i < 10; i++) {
            assertThatExceptionOfType(HttpServerErrorException.class).isThrownBy(broken::get);
        }
        var before = CALLEE.requests();
        unavailable("broken-service", broken::get);
        assertThat(CALLEE.requests()).isEqualTo(before);
        assertThat(bean(Missing.class).found()).isNotNull();
    }

    private static int requests(ThrowingCallable call) {
        var before = CALLEE.requests();
        unavailable("dropping-service", call);
        return CALLEE.requests() - before;
    }

    private static void unavailable(String service, ThrowingCallable call) {
        assertThatExceptionOfType(ServiceUnavailable.class)
                .isThrownBy(call)
                .withMessage(
                        service + " does not answer at the moment. Try again in a few seconds.");
    }
}
