package io.frontdesk.admincustomerrag.change;

import static java.util.Objects.requireNonNullElse;

import io.frontdesk.admincustomerrag.policy.Distinct;
import io.frontdesk.admincustomerrag.policy.LanguageCode;
import io.frontdesk.admincustomerrag.policy.Policy;
import io.frontdesk.admincustomerrag.policy.Policy.Answering;
import io.frontdesk.admincustomerrag.policy.Policy.BlockedTopic;
import io.frontdesk.admincustomerrag.policy.Policy.Chunking;
import io.frontdesk.admincustomerrag.policy.Policy.Models;
import io.frontdesk.admincustomerrag.policy.Policy.Persona;
import io.frontdesk.admincustomerrag.policy.Policy.Quotas;
import io.frontdesk.admincustomerrag.policy.Policy.Retention;
import io.frontdesk.admincustomerrag.policy.Policy.Retrieval;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole configuration as an operator wants it; what is absent has its default.
 *
 * @param version the one that was read, if it is to be insisted on, as with {@code If-Match}
 * @param comment why
 */
record Proposal(
        @Nullable Integer version,
        @Nullable @Size(max = 500) String comment,
        @Nullable @Valid Chunking chunking,
        @Nullable @Valid Models models,
        @Nullable @Valid Retrieval retrieval,
        @Nullable @Valid Answering answering,
        @Nullable @Valid Persona persona,
        @Nullable @Distinct @Size(max = 100) List<@NotNull @Valid BlockedTopic> blockedTopics,
        @Nullable @Distinct @Size(max = 50) List<@NotNull @LanguageCode String> languages,
        @Nullable @Valid Retention retention,
        @Nullable @Valid Quotas quotas) {

    Policy policy() {
        var usual = Policy.DEFAULT;
        return new Policy(
                requireNonNullElse(chunking, usual.chunking()),
                requireNonNullElse(models, usual.models()),
                requireNonNullElse(retrieval, usual.retrieval()),
                requireNonNullElse(answering, usual.answering()),
                requireNonNullElse(persona, usual.persona()),
                requireNonNullElse(blockedTopics, usual.blockedTopics()),
                requireNonNullElse(languages, usual.languages()),
                requireNonNullElse(retention, usual.retention()),
                requireNonNullElse(quotas, usual.quotas()));
    }
}
