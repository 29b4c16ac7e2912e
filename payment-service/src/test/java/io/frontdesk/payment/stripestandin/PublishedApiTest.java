package io.frontdesk.payment.stripestandin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The checks of the stand-in themselves: they let Stripe's own examples pass, and nothing wrong.
 */
class PublishedApiTest {
    private final PublishedApi api = PublishedApi.get();

    @Test
    void answersMustHaveTheirPublishedShape() {
        var check = api.answers();
        var refund = api.operation("POST", "/v1/refunds");
        var right = api.example("refund");
        assertThat(check.problems(refund, 200, right)).isEmpty();

        var nameless = right.deepCopy();
        nameless.remove("id");
        assertThat(check.problems(refund, 200, nameless)).singleElement().asString().contains("id");
        assertThat(check.problems(refund, 200, right.deepCopy().put("amount", "12"))).isNotEmpty();
        assertThat(check.problems(refund, 402, right)).isNotEmpty();
    }

    @Test
    void requestsMustHaveTheirPublishedParameters() {
        var create = api.operation("POST", "/v1/payment_intents");
        assertThat(problems(create, "amount=100&currency=eur&metadata[a]=b&expand[0]=customer"))
                .isEmpty();
        assertThat(problems(create, "amount=100"))
                .containsExactly("POST /v1/payment_intents:  lacks currency");
        assertThat(problems(create, "amount=1.5&currency=eur")).hasSize(1);
        assertThat(problems(create, "amount=1&currency=eur&amuont=1"))
                .containsExactly("POST /v1/payment_intents: amuont is no parameter");
        assertThat(problems(create, "amount=1&currency=eur&capture_method=later")).hasSize(1);
        assertThat(problems(create, "amount=1&currency=eur&payment_method_options[card][x]=1"))
                .hasSize(1);
    }

    private static List<String> problems(PublishedApi.Operation operation, String form) {
        return RequestCheck.problems(operation, Form.parse(form));
    }
}
