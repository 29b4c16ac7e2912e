package io.frontdesk.ragcore.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;

import io.frontdesk.ragcore.Core;
import io.frontdesk.ragcore.RagCoreTest;
import io.frontdesk.ragcore.index.Candidate;
import io.frontdesk.ragcore.index.ChunkIndex;
import io.frontdesk.ragcore.index.SearchScope;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** An index that forgets whose chunks it holds: row-level security is the only guard left. */
@RagCoreTest
class LeakingIndexTest {
    @MockitoSpyBean ChunkIndex index;

    @Test
    void showsNothingForeign(@LocalServerPort int port) {
        var tenant = UUID.randomUUID();
        var own = Core.service(port, tenant);
        var other = Core.service(port, UUID.randomUUID());
        own.store(UUID.randomUUID(), UUID.randomUUID(), "Sick leave is 13 days.");
        assertThat(own.search("sick leave", "hybrid")).hasSize(1);
        var leaked = index.lexical(new SearchScope(tenant, null), "sick", 10);
        List<Candidate> all = List.copyOf(leaked);
        assertThat(all).hasSize(1);
        doAnswer(call -> all).when(index).lexical(any(), any(), anyInt());
        doAnswer(call -> all).when(index).dense(any(), any(), any(), anyInt());

        for (var mode : List.of("hybrid", "dense", "lexical")) {
            assertThat(other.search("sick leave", mode)).isEmpty();
            assertThat(own.search("sick leave", mode)).hasSize(1);
        }
    }
}
