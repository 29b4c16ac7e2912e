package io.frontdesk.admincustomerrag.probe;

import static io.frontdesk.admincustomerrag.probe.Probing.CANARY_TO_TENANT;

import io.frontdesk.admincustomerrag.archive.Archives;
import io.frontdesk.admincustomerrag.knowledge.Knowledge;
import io.frontdesk.admincustomerrag.knowledge.Reply;
import io.frontdesk.admincustomerrag.probe.Probing.Attempt;
import io.frontdesk.admincustomerrag.probe.Probing.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The canary looks for what is the tenant's. */
@Component
public class ReverseProbes {

    private static final String FREQUENT = "the and of to a in is for we our";
    private static final int LONGEST_QUERY = 300;

    private final Knowledge knowledge;
    private final Archives archives;
    private final JsonMapper json;

    ReverseProbes(Knowledge knowledge, Archives archives, JsonMapper json) {
        this.knowledge = knowledge;
        this.archives = archives;
        this.json = json;
    }

    public void run(Suspects suspects, Probing probing) {
        var canary = suspects.canary();
        onlyOwn(
                new Attempt("base-list", CANARY_TO_TENANT, "no base but its own"),
                () -> ids(knowledge.readBases(canary.tenant()), "items", "id"),
                canary.baseId().toString(),
                probing);
        onlyOwn(
                new Attempt("frequent-words", CANARY_TO_TENANT, "no passage but its own"),
                () -> hits(canary.tenant(), FREQUENT + " " + canary.secret(), "hybrid"),
                canary.documentId().toString(),
                probing);
        var known = hits(suspects.tenant(), FREQUENT, "dense");
        var bases = ids(knowledge.readBases(suspects.tenant()), "items", "id");
        for (var mode : List.of("lexical", "dense", "hybrid")) {
            search(suspects, probing, mode, known);
        }
        baseById(suspects, probing, bases);
        export(suspects, probing, bases);
        usage(suspects, probing);
    }

    private void onlyOwn(Attempt attempt, Supplier<List<String>> all, String own, Probing probing) {
        probing.tryOut(
                attempt,
                () -> Sight.of(all.get().stream().anyMatch(id -> !id.equals(own)), "foreign one"),
                () -> Sight.of(all.get().contains(own), "own one"));
    }

    /** Searches for the words of a passage that the tenant finds. */
    private void search(Suspects suspects, Probing probing, String mode, List<String> known) {
        var attempt = new Attempt("search-" + mode, CANARY_TO_TENANT, "no passage of the tenant");
        if (known.isEmpty()) {
            probing.notApplicable(attempt, "the tenant has nothing to be found");
            return;
        }
        var query = passage(suspects.tenant());
        probing.tryOut(
                attempt,
                () ->
                        Sight.of(
                                foreign(
                                        hits(suspects.canary().tenant(), query, mode),
                                        suspects.canary().documentId().toString()),
                                "passage of the tenant"),
                () -> Sight.of(!hits(suspects.tenant(), query, mode).isEmpty(), "passage"));
    }

    private void baseById(Suspects suspects, Probing probing, List<String> bases) {
        var attempt = new Attempt("base-by-id", CANARY_TO_TENANT, "404");
        if (bases.isEmpty()) {
            probing.notApplicable(attempt, "the tenant has no base");
            return;
        }
        var base = UUID.fromString(bases.getFirst());
        probing.tryOut(
                attempt,
                () -> read(knowledge.readBase(suspects.canary().tenant(), base)),
                () -> read(knowledge.readBase(suspects.tenant(), base)));
    }

    private void export(Suspects suspects, Probing probing, List<String> bases) {
        var canary = suspects.canary();
        probing.tryOut(
                new Attempt("export", CANARY_TO_TENANT, "an archive without the tenant"),
                () -> {
                    var traces = new ArrayList<>(bases);
                    traces.add(suspects.tenant().toString());
                    return Sight.of(
                            !archives.search(canary.tenant(), traces).found().isEmpty(),
                            "trace of the tenant");
                },
                () ->
                        Sight.of(
                                !archives.search(canary.tenant(), List.of(canary.secret()))
                                        .found()
                                        .isEmpty(),
                                "own document"));
    }

    private void usage(Suspects suspects, Probing probing) {
        var used = knowledge.usage(suspects.canary().tenant());
        probing.tryOut(
                new Attempt("usage", CANARY_TO_TENANT, "1 base and 1 document, its own"),
                () -> Sight.of(used.bases() > 1 || used.documents() > 1, "foreign usage"),
                () -> Sight.of(used.bases() == 1 && used.documents() == 1, "own usage"));
    }

    private String passage(UUID tenant) {
        var reply = knowledge.search(tenant, FREQUENT, null, "dense");
        var texts = ids(reply, "hits", "text");
        var text = texts.isEmpty() ? FREQUENT : texts.getFirst().strip();
        return text.substring(0, Math.min(LONGEST_QUERY, text.length()));
    }

    private List<String> hits(UUID tenant, String query, String mode) {
        return ids(knowledge.search(tenant, query, null, mode), "hits", "documentId");
    }

    private static boolean foreign(List<String> documents, String own) {
        return documents.stream().anyMatch(id -> !id.equals(own));
    }

    private static Sight read(Reply reply) {
        return new Sight(!reply.isRefusal(), "status " + reply.status());
    }

    private List<String> ids(Reply reply, String list, String field) {
        var values = new ArrayList<String>();
        try {
            for (var item : json.readTree(reply.body()).path(list)) {
                values.add(item.path(field).asString(""));
            }
        } catch (JacksonException noJson) {
            return List.of();
        }
        return values;
    }
}
