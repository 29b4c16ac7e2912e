package io.frontdesk.admincustomerrag.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was removed, for ever.
 *
 * @param status {@code running} or {@code done}
 * @param completedAt null while it runs, as are verified and digest
 * @param found how much there was when it began
 * @param removed how many of each kind, by service
 * @param verified whether afterwards nothing was counted and nothing was found
 * @param digest SHA-256 in hex over the canonical receipt: the JSON object of id, tenantId,
 *     requestedBy, requestedAt, completedAt, found, removed and verified, its names sorted at every
 *     depth, without white space (RFC 8785), its times in UTC
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Receipt(
        UUID id,
        UUID tenantId,
        String status,
        String step,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant completedAt,
        Map<String, Long> found,
        Map<String, Map<String, Long>> removed,
        @Nullable Boolean verified,
        @Nullable String digest) {

    static Receipt of(Erasure erasure) {
        var completed = erasure.completedAt();
        return new Receipt(
                erasure.id(),
                erasure.tenantId(),
                erasure.step() == Step.COMPLETE ? "done" : "running",
                erasure.step().wire(),
                erasure.requestedBy(),
                erasure.requestedAt().toInstant(),
                completed == null ? null : completed.toInstant(),
                erasure.found(),
                erasure.removed(),
                erasure.verified(),
                erasure.digest());
    }

    /** The text that the digest is of. */
    static String canonical(Erasure erasure, OffsetDateTime completedAt, boolean verified) {
        var fields = new TreeMap<String, Object>();
        fields.put("id", erasure.id().toString());
        fields.put("tenantId", erasure.tenantId().toString());
        fields.put("requestedBy", erasure.requestedBy());
        fields.put("requestedAt", erasure.requestedAt().toInstant().toString());
        fields.put("completedAt", completedAt.toInstant().toString());
        var removed = new TreeMap<String, Object>();
        erasure.removed().forEach((store, counts) -> removed.put(store, new TreeMap<>(counts)));
        fields.put("found", new TreeMap<>(erasure.found()));
        fields.put("removed", removed);
        fields.put("verified", verified);
        return new JsonMapper().writeValueAsString(fields);
    }

    static String digest(String canonical) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
