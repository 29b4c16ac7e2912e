package io.frontdesk.admincustomerrag.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done.
 *
 * @param actor the subject of the identity that did it
 * @param subject the id of the report, import or erasure, if it is about one
 * @param fromVersion of the configuration before a change
 * @param toVersion of the configuration after it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEntry(
        UUID id,
        OffsetDateTime at,
        String actor,
        String action,
        @Nullable String subject,
        @Nullable Integer fromVersion,
        @Nullable Integer toVersion) {}
