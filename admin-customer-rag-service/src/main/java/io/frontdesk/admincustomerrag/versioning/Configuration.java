package io.frontdesk.admincustomerrag.versioning;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.frontdesk.admincustomerrag.policy.Policy;

/**
 * The configuration that holds now; sent back with changes, it is the next one.
 *
 * @param version 0 where nothing was ever configured and the defaults hold
 */
public record Configuration(int version, @JsonUnwrapped Policy policy) {}
