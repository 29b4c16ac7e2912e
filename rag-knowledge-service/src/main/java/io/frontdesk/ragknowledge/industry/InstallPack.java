package io.frontdesk.ragknowledge.industry;

import io.frontdesk.ragknowledge.industry.Installation.Brought;
import io.frontdesk.ragknowledge.industry.Installations.Installed;
import io.frontdesk.ragknowledge.industry.Installations.Piece;
import io.frontdesk.ragknowledge.library.KnowledgeBases;
import io.frontdesk.ragknowledge.pack.Pack;
import io.frontdesk.ragknowledge.pack.Packs;
import io.frontdesk.ragknowledge.pack.Version;
import io.frontdesk.ragknowledge.questionset.QuestionSets;
import io.frontdesk.ragknowledge.refusal.RefusalRules;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** Installs a pack or brings it to another version: all of it or nothing. */
@Service
@Transactional
class InstallPack {

    private final Packs packs;
    private final Installations installations;
    private final PackDocuments documents;
    private final PackFacts facts;
    private final KnowledgeBases bases;
    private final RefusalRules refusals;
    private final QuestionSets sets;
    private final IdGenerator ids;
    private final Tenancy tenancy;

    InstallPack(
            Packs packs,
            Installations installations,
            PackDocuments documents,
            PackFacts facts,
            KnowledgeBases bases,
            RefusalRules refusals,
            QuestionSets sets,
            IdGenerator ids,
            Tenancy tenancy) {
        this.packs = packs;
        this.installations = installations;
        this.documents = documents;
        this.facts = facts;
        this.bases = bases;
        this.refusals = refusals;
        this.sets = sets;
        this.ids = ids;
        this.tenancy = tenancy;
    }

    /**
     * Installs or upgrades.
     *
     * @param version null for the newest
     */
    Outcome install(String name, @Nullable Version version) {
        var tenant = tenancy.require();
        var pack = packs.find(name, version).orElseThrow(() -> unknown(version));
        installations.lock(tenant, name);
        var there = installations.find(name).orElse(null);
        if (there == null) {
            there = first(pack);
        } else if (there.version().compareTo(pack.version()) > 0 && version != null) {
            throw new OlderVersion(there.version(), version);
        } else if (there.version().compareTo(pack.version()) >= 0) {
            if (there.version().equals(pack.version())) {
                // A document that could not be read in gets another chance.
                documents.bring(there, pack.articles());
            }
            return new Outcome(show(there), false);
        }
        bring(there, pack);
        return new Outcome(show(installations.find(name).orElseThrow()), true);
    }

    private Installed first(Pack pack) {
        var base = ids.generateId();
        var sheet = pack.sheet();
        bases.addOfPack(base, sheet.title() + " (pack)", sheet.summary(), pack.name());
        var installed = new Installed(ids.generateId(), pack.name(), pack.version(), base, null);
        installations.add(installed);
        return installed;
    }

    private void bring(Installed installed, Pack pack) {
        documents.bring(installed, pack.articles());
        facts.bring(installed, pack.sheet().catalogue().facts());
        refusals.replace(pack.name(), pack.refusals());
        if (installed.setId() != null) {
            sets.removeOfPack(installed.setId());
        }
        installations.upgraded(installed.id(), pack.version(), questions(pack));
    }

    private @Nullable UUID questions(Pack pack) {
        var version = pack.version().toString();
        return pack.questions().isEmpty()
                ? null
                : sets.addOfPack(
                        pack.sheet().title() + " " + version,
                        pack.name(),
                        version,
                        pack.questions());
    }

    /** The tenant's installation of a pack, if there is one. */
    Optional<Installation> find(String name) {
        return installations.find(name).map(this::show);
    }

    private Installation show(Installed installed) {
        var brought =
                installations.pieces(installed.id()).stream()
                        .filter(piece -> piece.kind().equals(Piece.DOCUMENT))
                        .map(piece -> new Brought(piece.itemId(), piece.title(), status(piece)))
                        .toList();
        return new Installation(
                installed.id(),
                installed.name(),
                installed.version(),
                Installation.status(brought),
                bases.exists(installed.baseId()) ? installed.baseId() : null,
                installed.setId(),
                brought);
    }

    private String status(Piece piece) {
        var status = documents.status(piece);
        return status == null ? "deleted" : status.word();
    }

    private static IndustryNotFound unknown(@Nullable Version version) {
        return new IndustryNotFound(
                version == null
                        ? "There is no industry pack of this name."
                        : "There is no version %s of this industry pack.".formatted(version));
    }

    /** What came of an installation; not changed if the version was there already. */
    record Outcome(Installation installation, boolean changed) {}
}
