package io.frontdesk.ragknowledge.routing;

import io.frontdesk.ragknowledge.agreement.Terms;
import io.frontdesk.ragknowledge.core.SearchMode;
import io.frontdesk.ragknowledge.evidence.Embedder;
import io.frontdesk.ragknowledge.search.Passage;
import io.frontdesk.ragknowledge.search.PassageSearch;
import io.frontdesk.ragknowledge.specialist.Assistant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends each part of a question to the specialists that know most about it: by what their bases
 * hold (one search over all of them, grouped by base), by how near the question is to what they are
 * for, and by the words that both share. No language model is asked.
 */
@Component
public class Routing {

    private static final int LOOKED_AT = 40;
    private static final int MOST_AGENTS = 3;

    private static final double NEARLY_AS_GOOD = 0.2;
    private static final double NEARLY_AS_MUCH_FOUND = 0.6;

    private final PassageSearch search;
    private final Embedder embedder;

    public Routing(PassageSearch search, Embedder embedder) {
        this.search = search;
        this.embedder = embedder;
    }

    /** One route for each part; the agents' bases must be there. */
    public List<Route> routes(List<String> parts, List<Assistant> agents) {
        var profiles = embedder.sentences(agents.stream().map(Assistant::profile).toList());
        return parts.stream()
                .map(part -> {
                    var asked = embedder.question(part);
                    var found = search.search(part, bases(agents), LOOKED_AT, SearchMode.HYBRID);
                    var scores = new HashMap<UUID, Double>();
                    var shares = new HashMap<UUID, Double>();
                    for (int i = 0; i < agents.size(); i++) {
                        var agent = agents.get(i);
                        double share = share(agent, found);
                        shares.put(agent.id(), share);
                        scores.put(
                                agent.id(),
                                score(
                                        share,
                                        asked.cosine(profiles.get(i)),
                                        Terms.share(Terms.of(part), Terms.of(agent.profile()))));
                    }
                    return new Route(part, chosen(agents, scores, shares), scores);
                })
                .toList();
    }

    /** Cosines of unrelated texts seldom lie below 0.45, and those of related ones above 0.85. */
    static double score(double found, double cosine, double words) {
        double near = Math.clamp((cosine - 0.45) / 0.4, 0, 1);
        return Math.round((0.5 * found + 0.3 * near + 0.2 * words) * 1000) / 1000.0;
    }

    /** The best, and those that come so near that they may know better or otherwise. */
    static List<Assistant> chosen(
            List<Assistant> agents, Map<UUID, Double> scores, Map<UUID, Double> found) {
        var ranked =
                agents.stream()
                        .sorted(
                                Comparator.comparingDouble((Assistant agent) ->
                                                scores.getOrDefault(agent.id(), 0.0))
                                        .reversed())
                        .toList();
        var first = ranked.getFirst().id();
        double enough = scores.getOrDefault(first, 0.0) - NEARLY_AS_GOOD;
        return ranked.stream()
                .filter(agent -> {
                    var id = agent.id();
                    boolean near =
                            scores.getOrDefault(id, 0.0) >= enough
                                    && found.getOrDefault(id, 0.0) >= NEARLY_AS_MUCH_FOUND;
                    return near || id.equals(first);
                })
                .limit(MOST_AGENTS)
                .toList();
    }

    private static double share(Assistant agent, List<Passage> found) {
        double best = found.stream().mapToDouble(Passage::score).max().orElse(0);
        double own =
                found.stream()
                        .filter(passage -> knows(agent, passage.baseId()))
                        .mapToDouble(Passage::score)
                        .max()
                        .orElse(0);
        return best <= 0 ? 0 : own / best;
    }

    private static boolean knows(Assistant agent, @Nullable UUID base) {
        return agent.baseIds().isEmpty() || agent.baseIds().contains(base);
    }

    /** All bases of all agents; none in particular where one of them knows everything. */
    private static List<UUID> bases(List<Assistant> agents) {
        return agents.stream().anyMatch(agent -> agent.baseIds().isEmpty())
                ? List.of()
                : agents.stream().flatMap(agent -> agent.baseIds().stream()).distinct().toList();
    }
}
