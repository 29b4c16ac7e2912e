package io.frontdesk.ragknowledge.industry;

import io.frontdesk.ragknowledge.fact.Facts;
import io.frontdesk.ragknowledge.fact.NewFact;
import io.frontdesk.ragknowledge.industry.Installations.Installed;
import io.frontdesk.ragknowledge.industry.Installations.Piece;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The facts that a pack brings; what the tenant changed or deleted is left as it is. */
@Component
class PackFacts {

    private final Installations installations;
    private final Facts facts;

    PackFacts(Installations installations, Facts facts) {
        this.installations = installations;
        this.facts = facts;
    }

    /** Brings the tenant's facts to those of a pack. */
    void bring(Installed installed, List<NewFact> wanted) {
        var known =
                installations.pieces(installed.id()).stream()
                        .filter(piece -> piece.kind().equals(Piece.FACT))
                        .collect(Collectors.toMap(Piece::name, piece -> piece));
        for (var fact : wanted) {
            var piece = known.remove(fact.name());
            if (piece == null) {
                keep(installed, fact, facts.add(fact, installed.name()).id());
            } else if (isUntouched(installed, piece) && !said(fact).equals(piece.content())) {
                facts.renew(piece.itemId(), fact);
                keep(installed, fact, piece.itemId());
            }
        }
        known.values()
                .forEach(piece -> {
                    if (isUntouched(installed, piece)) {
                        delete(piece);
                    }
                    installations.forget(installed.id(), piece);
                });
    }

    private void keep(Installed installed, NewFact fact, UUID id) {
        installations.keep(
                installed.id(), new Piece(Piece.FACT, fact.name(), id, fact.subject(), said(fact)));
    }

    private static String said(NewFact fact) {
        return fact.checked().said();
    }

    /** Whether the fact is there and still the pack's: a changed one is the tenant's. */
    boolean isUntouched(Installed installed, Piece piece) {
        return facts.find(piece.itemId())
                .filter(fact -> installed.name().equals(fact.industry()))
                .isPresent();
    }

    boolean exists(Piece piece) {
        return facts.find(piece.itemId()).isPresent();
    }

    void delete(Piece piece) {
        facts.delete(piece.itemId());
    }
}
