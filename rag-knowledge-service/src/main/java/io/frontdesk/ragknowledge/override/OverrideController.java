package io.frontdesk.ragknowledge.override;

import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/knowledge/overrides")
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator', 'service')")
class OverrideController {

    private static final String TAG = "(W/)?\"?[0-9]{1,9}\"?|\\*";

    private final CuratedEntries entries;
    private final Tenancy tenancy;

    OverrideController(CuratedEntries entries, Tenancy tenancy) {
        this.entries = entries;
        this.tenancy = tenancy;
    }

    @PostMapping
    @Operation(summary = "Writes an answer that wins over documents")
    ResponseEntity<CuratedEntry> create(@Valid @RequestBody NewEntry entry) {
        tenancy.require();
        return tagged(HttpStatus.CREATED, entries.add(entry));
    }

    @GetMapping("/{id}")
    ResponseEntity<CuratedEntry> get(@PathVariable UUID id) {
        return tagged(HttpStatus.OK, entries.get(id));
    }

    @GetMapping
    @Operation(summary = "Lists curated answers, newest first; q searches their texts")
    Page<CuratedEntry> list(
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        return Page.of(entries.list(q, limit + 1, cursor), limit, CuratedEntry::id);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Replaces a curated answer; with If-Match only the version that it names")
    ResponseEntity<CuratedEntry> change(
            @PathVariable UUID id,
            @Valid @RequestBody NewEntry entry,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable @Pattern(regexp = TAG, message = "is no entity tag of an override") String version) {
        return tagged(HttpStatus.OK, entries.change(id, entry, number(version)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes a curated answer; with If-Match only the version that it names")
    void delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable @Pattern(regexp = TAG, message = "is no entity tag of an override") String version) {
        entries.delete(id, number(version));
    }

    private static @Nullable Integer number(@Nullable String tag) {
        return tag == null || tag.equals("*") ? null : Integer.valueOf(tag.replaceAll("\\D", ""));
    }

    private static ResponseEntity<CuratedEntry> tagged(HttpStatus status, CuratedEntry entry) {
        return ResponseEntity.status(status).eTag(entry.entityTag()).body(entry);
    }
}
