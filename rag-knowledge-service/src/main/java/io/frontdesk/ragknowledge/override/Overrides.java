package io.frontdesk.ragknowledge.override;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The curated answers of the tenant at hand. */
@Component
public class Overrides {

    /**
     * The curated answer to a question that means the same, whose hit is counted.
     *
     * @param baseIds where the question is asked; empty for everywhere. An override that names a
     *     base holds only there
     */
    public Optional<CuratedAnswer> match(String question, List<UUID> baseIds) {
        return Optional.empty();
    }
}
