package io.frontdesk.ragknowledge.industry;

import io.frontdesk.ragknowledge.industry.Installations.Piece;
import io.frontdesk.ragknowledge.library.KnowledgeBases;
import io.frontdesk.ragknowledge.pack.Version;
import io.frontdesk.ragknowledge.questionset.QuestionSets;
import io.frontdesk.ragknowledge.refusal.RefusalRules;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Removes what a pack brought and the tenant has not touched; the rest becomes the tenant's. */
@Service
@Transactional
class RemovePack {

    private final Installations installations;
    private final PackDocuments documents;
    private final PackFacts facts;
    private final KnowledgeBases bases;
    private final RefusalRules refusals;
    private final QuestionSets sets;
    private final Tenancy tenancy;

    RemovePack(
            Installations installations,
            PackDocuments documents,
            PackFacts facts,
            KnowledgeBases bases,
            RefusalRules refusals,
            QuestionSets sets,
            Tenancy tenancy) {
        this.installations = installations;
        this.documents = documents;
        this.facts = facts;
        this.bases = bases;
        this.refusals = refusals;
        this.sets = sets;
        this.tenancy = tenancy;
    }

    Removal remove(String name) {
        installations.lock(tenancy.require(), name);
        var installed =
                installations
                        .find(name)
                        .orElseThrow(() -> new IndustryNotFound("This industry is not installed."));
        int removedDocuments = 0;
        int removedFacts = 0;
        var kept = new ArrayList<Kept>();
        for (var piece : installations.pieces(installed.id())) {
            boolean document = piece.kind().equals(Piece.DOCUMENT);
            if (document && documents.isUntouched(installed, piece)) {
                documents.delete(piece);
                removedDocuments++;
            } else if (!document && facts.isUntouched(installed, piece)) {
                facts.delete(piece);
                removedFacts++;
            } else if (document ? documents.status(piece) != null : facts.exists(piece)) {
                kept.add(new Kept(piece.kind(), piece.title()));
            }
        }
        int removedRefusals = refusals.replace(name, List.of());
        int questions = installed.setId() == null ? 0 : sets.removeOfPack(installed.setId());
        boolean there = bases.exists(installed.baseId());
        boolean baseRemoved = there && bases.removeOfPack(installed.baseId());
        installations.remove(installed.id());
        var removed = new Removed(removedDocuments, removedFacts, removedRefusals, questions);
        return new Removal(name, installed.version(), removed, kept, there && !baseRemoved);
    }

    /**
     * What became of a pack.
     *
     * @param kept what the tenant had changed, which is its own from now on
     * @param baseKept whether the base stays because documents stand there
     */
    record Removal(
            String name, Version version, Removed removed, List<Kept> kept, boolean baseKept) {}

    /** How much was removed; the questions stay with their runs if there are any. */
    record Removed(int documents, int facts, int refusals, int questions) {}

    /** Something that the tenant had changed. */
    record Kept(String kind, String title) {}
}
