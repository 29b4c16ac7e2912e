package io.frontdesk.ragknowledge.generation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontdesk.ragknowledge.chunking.Sentences;
import io.frontdesk.ragknowledge.grounding.Claim;
import io.frontdesk.ragknowledge.search.Passage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Has an answer drafted; whatever goes wrong, there is no draft. */
@Component
public class Drafting {

    private static final Logger log = LoggerFactory.getLogger(Drafting.class);
    private static final int LONGEST = 20_000;
    private static final int MOST_SENTENCES = 8;
    private static final int LONGEST_SENTENCE = 600;

    private final Wording wording;
    private final JsonMapper json;

    // A model that is missing, broke or slow would cost every question its time.
    private final Cache<String, Boolean> resting;

    @Autowired
    Drafting(Wording wording, JsonMapper json) {
        this(wording, json, Duration.ofSeconds(20));
    }

    public Drafting(Wording wording, JsonMapper json, Duration rest) {
        this.wording = wording;
        this.json = json;
        this.resting = Caffeine.newBuilder().expireAfterWrite(rest).build();
    }

    /**
     * The sentences of a drafted answer, none of them checked; empty when no model answered in the
     * form asked for.
     *
     * @param payer the tenant, whose failing model is left alone for a while
     */
    public Optional<List<Claim>> draft(String payer, Brief brief) {
        if (resting.getIfPresent(payer) != null) {
            return Optional.empty();
        }
        try {
            return Optional.of(claims(read(wording.complete(brief.task())), brief.passages()));
        } catch (RuntimeException failed) {
            resting.put(payer, true);
            log.warn("The language model is of no use here: {}", failed.toString());
            return Optional.empty();
        }
    }

    private Draft read(String answer) {
        int from = answer.indexOf('{');
        int to = answer.lastIndexOf('}');
        if (from < 0 || to < from || answer.length() > LONGEST) {
            throw new IllegalArgumentException("it does not answer in the form asked for");
        }
        var draft = json.readValue(answer.substring(from, to + 1), Draft.class);
        if (draft.sentences() == null) {
            throw new IllegalArgumentException("it names no sentences");
        }
        return draft;
    }

    private static List<Claim> claims(Draft draft, List<Passage> passages) {
        var claims = new ArrayList<Claim>();
        for (var said : draft.present()) {
            if (said.text() != null
                    && said.quote() != null
                    && said.source() >= 1
                    && said.source() <= passages.size()
                    && said.text().length() <= LONGEST_SENTENCE) {
                var passage = passages.get(said.source() - 1);
                for (var span : Sentences.of(said.text())) {
                    claims.add(new Claim(span.of(said.text()), passage, said.quote()));
                }
            }
        }
        return claims.subList(0, Math.min(MOST_SENTENCES, claims.size()));
    }
}
