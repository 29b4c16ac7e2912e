package io.frontdesk.ragknowledge.search;

import io.frontdesk.ragknowledge.core.SearchMode;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SearchController {

    private static final int USUAL = 10;

    private final PassageSearch search;

    SearchController(PassageSearch search) {
        this.search = search;
    }

    @PostMapping("/api/knowledge/search")
    Found search(@Valid @RequestBody SearchRequest request) {
        return new Found(
                search.search(
                        request.query(),
                        request.baseIds(),
                        Objects.requireNonNullElse(request.topK(), USUAL),
                        Objects.requireNonNullElse(request.mode(), SearchMode.HYBRID)));
    }

    record Found(List<Passage> hits) {}
}
