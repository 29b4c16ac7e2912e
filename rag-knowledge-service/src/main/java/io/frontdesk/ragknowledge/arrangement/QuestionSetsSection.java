package io.frontdesk.ragknowledge.arrangement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.ragknowledge.archive.Incoming;
import io.frontdesk.ragknowledge.archive.InvalidArchive;
import io.frontdesk.ragknowledge.archive.Outgoing;
import io.frontdesk.ragknowledge.archive.Section;
import io.frontdesk.ragknowledge.content.Prose;
import io.frontdesk.ragknowledge.holding.DocumentsSection;
import io.frontdesk.ragknowledge.holding.ItemReader;
import io.frontdesk.ragknowledge.holding.Pages;
import io.frontdesk.ragknowledge.questionset.AskedQuestion;
import io.frontdesk.ragknowledge.questionset.QuestionSets;
import io.frontdesk.ragknowledge.questionset.TooManyQuestionSets;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Question sets that an operator made, without their runs; a pack's come with the pack. */
@Component
@Order(7)
class QuestionSetsSection implements Section {

    static final String ENTRY = "evaluations.jsonl";

    private final JdbcClient jdbc;
    private final QuestionSets sets;
    private final ItemReader reader;

    QuestionSetsSection(JdbcClient jdbc, QuestionSets sets, ItemReader reader) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.reader = reader;
    }

    @Override
    public String entry() {
        return ENTRY;
    }

    @Override
    public void write(Outgoing out) throws IOException {
        Pages.each(this::page, id -> id, id -> out.item(item(id)));
    }

    @Override
    public void check(JsonNode item) {
        reader.read(ENTRY, item, SetItem.class);
    }

    @Override
    public UUID read(Incoming item) {
        var set = reader.read(ENTRY, item.json(), SetItem.class);
        var questions = set.questions().stream().map(each -> here(each, item)).toList();
        try {
            return sets.add(Prose.line(set.name()), questions);
        } catch (TooManyQuestionSets refused) {
            throw new InvalidArchive(String.valueOf(refused.getMessage()));
        }
    }

    /** An expected document that is not here is known by its title, or is never quoted. */
    private static AskedQuestion here(AskedQuestion question, Incoming item) {
        var there = question.documentId();
        if (there == null) {
            return question;
        }
        var here = item.mapped(DocumentsSection.ENTRY, there).orElse(null);
        boolean titled = question.documentTitle() != null;
        return with(question, here == null && !titled ? there : here, question.documentTitle());
    }

    private SetItem item(UUID id) {
        var set = sets.get(id);
        var questions = set.questions() == null ? List.<AskedQuestion>of() : set.questions();
        return new SetItem(id, set.name(), questions.stream().map(this::titled).toList());
    }

    private AskedQuestion titled(AskedQuestion question) {
        var document = question.documentId();
        return document == null || question.documentTitle() != null
                ? question
                : with(question, document, title(document));
    }

    private @Nullable String title(UUID document) {
        return jdbc.sql("select left(title, 300) from document where id = :id")
                .param("id", document)
                .query((row, _) -> row.getString(1))
                .optional()
                .orElse(null);
    }

    private static AskedQuestion with(
            AskedQuestion question, @Nullable UUID document, @Nullable String title) {
        return new AskedQuestion(
                question.question(), question.answerable(), document, title, question.expected());
    }

    private List<UUID> page(@Nullable UUID after) {
        return jdbc.sql(
                        "select id from evaluation_set where pack is null and questions > 0"
                                + " and (:after::uuid is null or id > :after::uuid)"
                                + " order by id limit "
                                + Pages.SIZE)
                .param("after", after)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SetItem(
            @NotNull UUID id,
            @NotBlank @Size(max = 200) String name,
            @NotEmpty @Size(max = 500) List<@Valid @NotNull AskedQuestion> questions) {}
}
