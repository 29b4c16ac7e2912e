package io.frontdesk.payment.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.PaymentApp;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

class RacesTest extends PaymentApp {

    @RepeatedTest(3)
    void chargesOnceForTwoIdenticalCalls() {
        var key = UUID.randomUUID().toString();
        var answers = atOnce(4, () -> post("/api/payments", order("10.00", "pm_card_visa"), key));
        assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
        assertThat(get("/api/payments").json().get("items")).hasSize(1);
        assertThat(booked("revenue")).isEqualTo("-10.00");
    }

    @RepeatedTest(3)
    void capturesNoMoreThanIsAuthorized() {
        var path = "/api/payments/" + reserved("10.00") + "/capture";
        var answers = atOnce(4, () -> post(path, some("6.00")));
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .extracting(Answer::problem)
                .containsOnly("amount-above-authorized");
        assertThat(booked("revenue")).isEqualTo("-6.00");
    }

    @RepeatedTest(3)
    void refundsNoMoreThanWasCaptured() {
        var path = "/api/payments/" + paid("10.00") + "/refunds";
        var answers = atOnce(4, () -> post(path, some("4.00")));
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(2);
        assertThat(booked("refunds")).isEqualTo("8.00");
    }

    @RepeatedTest(3)
    void eitherCapturesOrCancels() {
        var id = reserved("10.00");
        var turn = new AtomicInteger();
        atOnce(
                4,
                () ->
                        post(
                                "/api/payments/"
                                        + id
                                        + (turn.getAndIncrement() % 2 == 0
                                                ? "/capture"
                                                : "/cancellation"),
                                ""));
        var found = payment(id);
        assertThat(found.text("status")).isIn("captured", "cancelled");
        assertThat(found.money("captured"))
                .isEqualTo(found.text("status").equals("captured") ? "10.00" : "0.00");
        assertThat(found.json().get("pending")).isEmpty();
    }

    private String booked(String account) {
        for (var each : get("/api/payments/ledger/balances").json().get("items")) {
            if (each.get("account").stringValue().equals(account)) {
                return each.get("amount").get("amount").stringValue();
            }
        }
        return "nothing";
    }

    private static List<Answer> atOnce(int calls, Supplier<Answer> call) {
        var start = new CyclicBarrier(calls);
        var running =
                IntStream.range(0, calls)
                        .mapToObj(number ->
                                CompletableFuture.supplyAsync(
                                        () -> {
                                            await(start);
                                            return call.get();
                                        },
                                        task -> Thread.ofVirtual().start(task)))
                        .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
