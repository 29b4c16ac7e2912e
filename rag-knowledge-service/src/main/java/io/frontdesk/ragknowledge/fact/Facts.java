package io.frontdesk.ragknowledge.fact;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The facts of the tenant at hand: its own, and those of installed packs that it has not replaced.
 */
@Component
public class Facts {

    public List<Fact> current() {
        return List.of();
    }
}
