package io.frontdesk.ragknowledge.fetching;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** An address that must not be asked: not of the web, or not of the public internet. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "address-refused",
        title = "The address must not be fetched")
public class AddressRefused extends RuntimeException {
    AddressRefused(String detail) {
        super(detail);
    }
}
