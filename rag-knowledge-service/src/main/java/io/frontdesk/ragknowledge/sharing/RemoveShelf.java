package io.frontdesk.ragknowledge.sharing;

import io.frontdesk.ragknowledge.document.Document;
import io.frontdesk.ragknowledge.document.Documents;
import io.frontdesk.ragknowledge.library.KnowledgeBases;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deletes a base of the platform's with all that stands in it. */
@Service
class RemoveShelf {

    private static final int AT_ONCE = 200;

    private final KnowledgeBases bases;
    private final Documents documents;

    RemoveShelf(KnowledgeBases bases, Documents documents) {
        this.bases = bases;
        this.documents = documents;
    }

    /** Each document says by an event that it goes, so that its chunks go too. */
    @Transactional
    void remove(UUID baseId) {
        bases.require(baseId);
        for (var some = documents.list(baseId, AT_ONCE, null);
                !some.isEmpty();
                some = documents.list(baseId, AT_ONCE, null)) {
            some.stream().map(Document::id).forEach(documents::delete);
        }
        bases.delete(baseId);
    }
}
