package io.frontdesk.payment.terms;

import io.frontdesk.starter.problem.Problem;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;

/** The tenant takes no money in this currency. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "currency-not-accepted",
        title = "The currency is not accepted")
public class CurrencyNotAccepted extends RuntimeException {
    CurrencyNotAccepted(String currency, Set<String> accepted) {
        super(
                currency
                        + " is not accepted; "
                        + String.join(", ", new TreeSet<>(accepted))
                        + " is.");
    }
}
