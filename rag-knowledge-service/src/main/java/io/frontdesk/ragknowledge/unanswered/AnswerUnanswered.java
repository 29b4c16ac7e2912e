package io.frontdesk.ragknowledge.unanswered;

import io.frontdesk.ragknowledge.override.CuratedEntries;
import io.frontdesk.ragknowledge.override.NewEntry;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a curated answer of an unanswered question and closes it, both or neither. */
@Service
class AnswerUnanswered {

    private final UnansweredRows rows;
    private final CuratedEntries entries;

    AnswerUnanswered(UnansweredRows rows, CuratedEntries entries) {
        this.rows = rows;
        this.entries = entries;
    }

    @Transactional
    UnansweredQuestion answer(UUID id, String answer, @Nullable List<UUID> baseIds) {
        var question = rows.get(id);
        // First, since its lock keeps a second answer out.
        rows.close(id, "answered");
        var entry = entries.add(NewEntry.of(question.question(), answer, baseIds));
        rows.link(id, entry.id());
        return rows.get(id);
    }
}
