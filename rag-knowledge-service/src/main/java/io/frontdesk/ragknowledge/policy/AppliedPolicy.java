package io.frontdesk.ragknowledge.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What applies to a tenant.
 *
 * @param version of the operator's configuration; null where the defaults apply
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AppliedPolicy(@Nullable Long version, Policy configuration) {
    static final AppliedPolicy NONE = new AppliedPolicy(null, Policy.DEFAULT);
}
