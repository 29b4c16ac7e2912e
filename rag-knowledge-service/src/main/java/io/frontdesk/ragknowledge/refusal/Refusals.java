package io.frontdesk.ragknowledge.refusal;

import io.frontdesk.ragknowledge.core.RagCore;
import io.frontdesk.ragknowledge.policy.Policies;
import io.frontdesk.ragknowledge.policy.Policy;
import io.frontdesk.ragknowledge.screening.BlockedTopics;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What is not talked about, whatever the documents say: the operator's topics, the packs' rules.
 */
@Component
public class Refusals {

    private final Policies policies;
    private final RefusalRules rules;
    private final RagCore core;

    Refusals(Policies policies, RefusalRules rules, RagCore core) {
        this.policies = policies;
        this.rules = rules;
        this.core = core;
    }

    /** Why a question of the tenant at hand is refused, if it is. */
    public Optional<Refused> of(String asked) {
        var policy = policies.current();
        return blocked(asked, policy)
                .or(() -> ruled(asked))
                .or(() ->
                        speaksAnother(asked, policy.languages())
                                ? Optional.of(new Refused(policy.persona().refusal(), "language"))
                                : Optional.empty());
    }

    private static Optional<Refused> blocked(String asked, Policy policy) {
        return BlockedTopics.in(asked, policy.blockedTopics())
                .map(topic ->
                        new Refused(
                                topic.reply() == null ? policy.persona().refusal() : topic.reply(),
                                "blocked-topic"));
    }

    private Optional<Refused> ruled(String asked) {
        return rules.current().stream()
                .filter(rule -> rule.covers(asked))
                .findFirst()
                .map(rule ->
                        new Refused(
                                rule.reply(),
                                switch (rule.action()) {
                                    case REFUSE -> "blocked-topic";
                                    case HANDOFF -> "handoff";
                                }));
    }

    /** A question too short to tell is not refused for its language. */
    private boolean speaksAnother(String asked, List<String> languages) {
        if (languages.isEmpty()) {
            return false;
        }
        var language = core.language(asked);
        return !language.equals("und") && !languages.contains(language);
    }
}
