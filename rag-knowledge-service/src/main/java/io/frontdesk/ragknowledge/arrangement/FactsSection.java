package io.frontdesk.ragknowledge.arrangement;

import io.frontdesk.ragknowledge.archive.Incoming;
import io.frontdesk.ragknowledge.archive.InvalidArchive;
import io.frontdesk.ragknowledge.archive.Outgoing;
import io.frontdesk.ragknowledge.archive.Section;
import io.frontdesk.ragknowledge.fact.Facts;
import io.frontdesk.ragknowledge.fact.Facts.FactRefused;
import io.frontdesk.ragknowledge.fact.NewFact;
import io.frontdesk.ragknowledge.fact.StatedFact;
import io.frontdesk.ragknowledge.holding.ItemReader;
import io.frontdesk.ragknowledge.holding.Pages;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The tenant's own facts; a pack's come with the pack. */
@Component
@Order(6)
class FactsSection implements Section {

    static final String ENTRY = "facts.jsonl";

    private final Facts facts;
    private final ItemReader reader;

    FactsSection(Facts facts, ItemReader reader) {
        this.facts = facts;
        this.reader = reader;
    }

    @Override
    public String entry() {
        return ENTRY;
    }

    @Override
    public void write(Outgoing out) throws IOException {
        Pages.each(
                after -> facts.own(Pages.SIZE, after),
                StatedFact::id,
                fact -> out.item(FactItem.of(fact)));
    }

    @Override
    public void check(JsonNode item) {
        reader.read(ENTRY, item, FactItem.class);
    }

    @Override
    public UUID read(Incoming item) {
        var fact = reader.read(ENTRY, item.json(), FactItem.class).fact();
        var here = facts.ownLike(fact).orElse(null);
        if (here == null) {
            return added(fact);
        }
        if (!here.said().equals(fact.checked().said())) {
            item.note(
                    "The fact \"%s: %s\" stays as it is here; the archive says %s."
                            .formatted(here.subject(), here.said(), fact.checked().said()));
        }
        return here.id();
    }

    private UUID added(NewFact fact) {
        try {
            return facts.add(fact, null).id();
        } catch (FactRefused refused) {
            throw new InvalidArchive(String.valueOf(refused.getMessage()));
        }
    }

    record FactItem(@NotNull UUID id, @NotNull @Valid NewFact fact) {
        static FactItem of(StatedFact fact) {
            return new FactItem(
                    fact.id(), new NewFact(fact.kind(), fact.subject(), fact.value().wire()));
        }
    }
}
