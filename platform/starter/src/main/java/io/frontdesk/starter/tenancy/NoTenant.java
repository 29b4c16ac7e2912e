package io.frontdesk.starter.tenancy;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The call needs a tenant, and its credential names none. */
@Problem(
        status = HttpStatus.BAD_REQUEST,
        type = "tenant-required",
        title = "This call needs a tenant")
public class NoTenant extends RuntimeException {
    NoTenant() {
        super("Use a key of the tenant, or as operator name it in the header X-Tenant-Id.");
    }
}
