package io.frontdesk.ragknowledge.refusal;

import io.frontdesk.ragknowledge.refusal.RefusalRule.Action;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** The refusal rules of the packs that the tenant at hand has installed. */
@Repository
@Transactional
public class RefusalRules {

    private final JdbcClient jdbc;
    private final IdGenerator ids;

    RefusalRules(JdbcClient jdbc, IdGenerator ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    public List<RefusalRule> current() {
        return jdbc.sql("select * from industry_refusal order by id")
                .query((row, _) ->
                        new RefusalRule(
                                row.getString("topic"),
                                List.of((String[]) row.getArray("phrases").getArray()),
                                row.getString("reply"),
                                Action.of(row.getString("action"))))
                .list();
    }

    /** Replaces the rules of a pack, and answers how many there were. */
    public int replace(String pack, List<RefusalRule> rules) {
        int before =
                jdbc.sql("delete from industry_refusal where pack = :pack")
                        .param("pack", pack)
                        .update();
        for (var rule : rules) {
            jdbc.sql(
                            """
                            insert into industry_refusal (id, pack, topic, phrases, reply, action)
                            values (:id, :pack, :topic, :phrases, :reply, :action)
                            """)
                    .param("id", ids.generateId())
                    .param("pack", pack)
                    .param("topic", rule.topic())
                    .param("phrases", rule.phrases().toArray(String[]::new))
                    .param("reply", rule.reply())
                    .param("action", rule.action().word())
                    .update();
        }
        return before;
    }
}
