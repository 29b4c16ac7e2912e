package io.frontdesk.admincustomerrag.probe;

import static io.frontdesk.admincustomerrag.probe.Probing.TENANT_TO_CANARY;

import io.frontdesk.admincustomerrag.archive.Archives;
import io.frontdesk.admincustomerrag.knowledge.Knowledge;
import io.frontdesk.admincustomerrag.knowledge.Reply;
import io.frontdesk.admincustomerrag.probe.Probing.Attempt;
import io.frontdesk.admincustomerrag.probe.Probing.Sight;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The tenant reads, exports and deletes by the canary's own ids. */
@Component
public class ReadProbes {

    private final Knowledge knowledge;
    private final Archives archives;

    ReadProbes(Knowledge knowledge, Archives archives) {
        this.knowledge = knowledge;
        this.archives = archives;
    }

    public void run(Suspects suspects, Probing probing) {
        var base = suspects.canary().baseId();
        var document = suspects.canary().documentId();
        read("base-by-id", suspects, probing, tenant -> knowledge.readBase(tenant, base));
        read("documents-of-base", suspects, probing, who -> knowledge.readDocuments(who, base));
        read("document-by-id", suspects, probing, who -> knowledge.readDocument(who, document));
        list(suspects, probing);
        export(suspects, probing);
        // Last: were it to succeed, there would be no document for the others.
        delete(suspects, probing);
    }

    private void read(String name, Suspects suspects, Probing probing, Function<UUID, Reply> read) {
        probing.tryOut(
                new Attempt(name, TENANT_TO_CANARY, "404"),
                () -> answered(read.apply(suspects.tenant())),
                () -> answered(read.apply(suspects.canary().tenant())));
    }

    private void list(Suspects suspects, Probing probing) {
        probing.tryOut(
                new Attempt("base-list", TENANT_TO_CANARY, "bases without the canary's"),
                () -> told(suspects, knowledge.readBases(suspects.tenant())),
                () -> told(suspects, knowledge.readBases(suspects.canary().tenant())));
    }

    private void export(Suspects suspects, Probing probing) {
        probing.tryOut(
                new Attempt("export", TENANT_TO_CANARY, "an archive without the canary"),
                () -> exported(suspects.tenant(), suspects),
                () -> exported(suspects.canary().tenant(), suspects));
    }

    private Sight exported(UUID tenant, Suspects suspects) {
        var traces = archives.search(tenant, suspects.traces());
        return new Sight(
                !traces.found().isEmpty(),
                "%d files, %d traces of the canary"
                        .formatted(traces.entries(), traces.found().size()));
    }

    private void delete(Suspects suspects, Probing probing) {
        var canary = suspects.canary();
        probing.tryOut(
                new Attempt("document-deletion", TENANT_TO_CANARY, "404"),
                () -> answered(knowledge.deleteDocument(suspects.tenant(), canary.documentId())),
                () -> answered(knowledge.readDocument(canary.tenant(), canary.documentId())));
    }

    private static Sight answered(Reply reply) {
        return new Sight(!reply.isRefusal(), "status " + reply.status());
    }

    private static Sight told(Suspects suspects, Reply reply) {
        return Sight.of(suspects.areTold(reply), "base of the canary");
    }
}
