package io.frontdesk.ragknowledge.holding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.ragknowledge.archive.Incoming;
import io.frontdesk.ragknowledge.archive.Outgoing;
import io.frontdesk.ragknowledge.archive.Section;
import io.frontdesk.ragknowledge.override.CuratedEntries;
import io.frontdesk.ragknowledge.override.CuratedEntry;
import io.frontdesk.ragknowledge.override.NewEntry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Curated answers; their hits begin anew. */
@Component
@Order(3)
class OverridesSection implements Section {

    static final String ENTRY = "overrides.jsonl";

    private final CuratedEntries entries;
    private final ItemReader reader;

    OverridesSection(CuratedEntries entries, ItemReader reader) {
        this.entries = entries;
        this.reader = reader;
    }

    @Override
    public String entry() {
        return ENTRY;
    }

    @Override
    public void write(Outgoing out) throws IOException {
        Pages.each(
                after -> entries.all(after, Pages.SIZE),
                CuratedEntry::id,
                entry -> out.item(OverrideItem.of(entry)));
    }

    @Override
    public void check(JsonNode item) {
        reader.read(ENTRY, item, OverrideItem.class);
    }

    @Override
    public UUID read(Incoming item) {
        var override = reader.read(ENTRY, item.json(), OverrideItem.class).entry();
        var bases =
                override.baseIds().stream()
                        .map(base -> item.mapped(BasesSection.ENTRY, base))
                        .flatMap(Optional::stream)
                        .toList();
        // What held in a base that is gone must not hold everywhere.
        boolean homeless = bases.isEmpty() && !override.baseIds().isEmpty();
        var entry =
                new NewEntry(
                        override.question(),
                        override.alternatives(),
                        override.answer(),
                        bases,
                        override.validFrom(),
                        override.validUntil(),
                        override.enabled() && !homeless);
        return entries.add(entry).id();
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OverrideItem(@NotNull UUID id, @NotNull @Valid NewEntry entry) {
        static OverrideItem of(CuratedEntry entry) {
            return new OverrideItem(
                    entry.id(),
                    new NewEntry(
                            entry.question(),
                            entry.alternatives(),
                            entry.answer(),
                            entry.baseIds(),
                            entry.validFrom(),
                            entry.validUntil(),
                            entry.enabled()));
        }
    }
}
