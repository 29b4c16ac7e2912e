package io.frontdesk.conversationalpayment.dialogue;

import io.frontdesk.conversationalpayment.collecting.Wanted;
import io.frontdesk.conversationalpayment.quote.Visitor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The dialogues of the tenant at hand. */
@Repository
@Transactional
class Dialogues {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Dialogues(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void add(Dialogue dialogue) {
        jdbc.sql(
                        """
                        insert into dialogue (id, conversation_id, agent_id, visitor_id,
                            visitor_name, visitor_email, locale, currency, state, expires_at,
                            created_at)
                        values (:id, :conversation, :agent, :visitorId, :visitorName,
                            :visitorEmail, :locale, :currency, :state::jsonb, :expiresAt, :now)
                        """)
                .param("id", dialogue.id())
                .param("conversation", dialogue.conversationId())
                .param("agent", dialogue.agentId())
                .param("visitorId", dialogue.visitor().id())
                .param("visitorName", dialogue.visitor().name())
                .param("visitorEmail", dialogue.visitor().email())
                .param("locale", dialogue.locale().toLanguageTag())
                .param("currency", dialogue.currency())
                .param("state", json.writeValueAsString(dialogue.state()))
                .param("expiresAt", dialogue.expiresAt())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    Dialogue get(UUID id) {
        return jdbc.sql("select * from dialogue where id = :id")
                .param("id", id)
                .query((row, _) -> dialogue(row))
                .optional()
                .orElseThrow(() -> new DialogueRefused.NotFound(id));
    }

    /** Writes the next state, unless another message has done so in between. */
    void save(Dialogue before, Wanted state, @Nullable UUID quote, OffsetDateTime expiresAt) {
        var saved =
                jdbc.sql(
                                """
                                update dialogue set state = :state::jsonb, quote_id = :quote,
                                    version = version + 1, expires_at = :expiresAt
                                where id = :id and version = :version
                                """)
                        .param("state", json.writeValueAsString(state))
                        .param("quote", quote, java.sql.Types.OTHER)
                        .param("expiresAt", expiresAt)
                        .param("id", before.id())
                        .param("version", before.version())
                        .update();
        if (saved != 1) {
            throw new DialogueRefused.Busy();
        }
    }

    private Dialogue dialogue(ResultSet row) throws SQLException {
        return new Dialogue(
                row.getObject("id", UUID.class),
                row.getString("conversation_id"),
                row.getString("agent_id"),
                new Visitor(
                        row.getString("visitor_name"),
                        row.getString("visitor_email"),
                        row.getString("visitor_id")),
                Locale.forLanguageTag(row.getString("locale")),
                row.getString("currency"),
                json.readValue(row.getString("state"), Wanted.class),
                row.getObject("quote_id", UUID.class),
                row.getInt("version"),
                row.getObject("expires_at", OffsetDateTime.class));
    }
}
