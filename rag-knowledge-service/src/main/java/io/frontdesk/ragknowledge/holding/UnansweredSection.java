package io.frontdesk.ragknowledge.holding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.ragknowledge.archive.Incoming;
import io.frontdesk.ragknowledge.archive.Outgoing;
import io.frontdesk.ragknowledge.archive.Section;
import io.frontdesk.ragknowledge.content.Prose;
import io.frontdesk.ragknowledge.wording.Asked;
import io.frontdesk.ragknowledge.wording.Masking;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.JsonNode;

/** Unanswered questions, without the passages that came nearest: those get other ids. */
@Component
@Order(4)
class UnansweredSection implements Section {

    private static final String ENTRY = "unanswered.jsonl";

    private final JdbcClient jdbc;
    private final ItemReader reader;
    private final IdGenerator ids;

    UnansweredSection(JdbcClient jdbc, ItemReader reader, IdGenerator ids) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.ids = ids;
    }

    @Override
    public String entry() {
        return ENTRY;
    }

    @Override
    public void write(Outgoing out) throws IOException {
        Pages.each(this::page, QuestionItem::id, out::item);
    }

    @Override
    public void check(JsonNode item) {
        reader.read(ENTRY, item, QuestionItem.class);
    }

    @Override
    public UUID read(Incoming item) {
        var question = reader.read(ENTRY, item.json(), QuestionItem.class);
        var text = Masking.masked(Prose.line(question.question()));
        var bases =
                question.baseIds().stream()
                        .map(base -> item.mapped(BasesSection.ENTRY, base))
                        .flatMap(Optional::stream)
                        .toArray(UUID[]::new);
        var override = question.overrideId();
        return jdbc.sql(
                        """
                        insert into unanswered_question as known (id, question, form, base_ids,
                            closest, reason, times, first_asked_at, last_asked_at, status,
                            closed_at, override_id)
                        values (:id, :question, :form, :bases, '[]', :reason, :times, :first, :last,
                            :status, :closed, :override)
                        on conflict (tenant_id, md5(form)) do update
                            set times = known.times + excluded.times
                        returning id
                        """)
                .param("id", ids.generateId())
                .param("question", text)
                .param("form", Asked.of(text).form())
                .param("bases", bases)
                .param("reason", Prose.line(question.reason()))
                .param("times", question.times())
                .param("first", question.firstAskedAt())
                .param("last", question.lastAskedAt())
                .param("status", question.status())
                .param("closed", question.closedAt())
                .param(
                        "override",
                        override == null
                                ? null
                                : item.mapped(OverridesSection.ENTRY, override).orElse(null))
                .query((row, _) -> row.getObject(1, UUID.class))
                .single();
    }

    private List<QuestionItem> page(@Nullable UUID after) {
        return jdbc.sql(
                        "select * from unanswered_question where :after::uuid is null or id >"
                                + " :after::uuid order by id limit "
                                + Pages.SIZE)
                .param("after", after)
                .query((row, _) ->
                        new QuestionItem(
                                row.getObject("id", UUID.class),
                                row.getString("question"),
                                List.of((UUID[]) row.getArray("base_ids").getArray()),
                                row.getString("reason"),
                                row.getLong("times"),
                                row.getObject("first_asked_at", OffsetDateTime.class),
                                row.getObject("last_asked_at", OffsetDateTime.class),
                                row.getString("status"),
                                row.getObject("closed_at", OffsetDateTime.class),
                                row.getObject("override_id", UUID.class)))
                .list();
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuestionItem(
            @NotNull UUID id,
            @NotBlank @Size(max = 2000) String question,
            @NotNull @Size(max = 200) List<@NotNull UUID> baseIds,
            @NotBlank @Size(max = 100) String reason,
            @Min(1) long times,
            @NotNull OffsetDateTime firstAskedAt,
            @NotNull OffsetDateTime lastAskedAt,
            @NotNull @Pattern(regexp = "open|answered|dismissed") String status,
            @Nullable OffsetDateTime closedAt,
            @Nullable UUID overrideId) {}
}
