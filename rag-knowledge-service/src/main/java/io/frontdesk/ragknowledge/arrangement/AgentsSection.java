package io.frontdesk.ragknowledge.arrangement;

import io.frontdesk.ragknowledge.archive.Incoming;
import io.frontdesk.ragknowledge.archive.InvalidArchive;
import io.frontdesk.ragknowledge.archive.Outgoing;
import io.frontdesk.ragknowledge.archive.Section;
import io.frontdesk.ragknowledge.content.Prose;
import io.frontdesk.ragknowledge.holding.BasesSection;
import io.frontdesk.ragknowledge.holding.ItemReader;
import io.frontdesk.ragknowledge.specialist.Assistant;
import io.frontdesk.ragknowledge.specialist.Specialists;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.JsonNode;

/** Agents. One whose name is taken gets a number behind it. */
@Component
@Order(5)
class AgentsSection implements Section {

    static final String ENTRY = "agents.jsonl";

    private static final int LONGEST = 100;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]");

    private final JdbcClient jdbc;
    private final ItemReader reader;
    private final Specialists specialists;
    private final IdGenerator ids;

    AgentsSection(JdbcClient jdbc, ItemReader reader, Specialists specialists, IdGenerator ids) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.specialists = specialists;
        this.ids = ids;
    }

    @Override
    public String entry() {
        return ENTRY;
    }

    @Override
    public void write(Outgoing out) throws IOException {
        for (var agent : specialists.all()) {
            out.item(AgentItem.of(agent));
        }
    }

    @Override
    public void check(JsonNode item) {
        reader.read(ENTRY, item, AgentItem.class);
    }

    @Override
    public UUID read(Incoming item) {
        var agent = reader.read(ENTRY, item.json(), AgentItem.class);
        var taken = specialists.all();
        if (taken.size() >= Specialists.MOST) {
            throw new InvalidArchive(
                    "There are %d agents already, as many as there may be."
                            .formatted(taken.size()));
        }
        var name = free(Prose.line(agent.name()), taken);
        var id = ids.generateId();
        jdbc.sql(
                        """
                        insert into specialist (id, name, description, instructions, topics,
                            base_ids, created_at, updated_at)
                        values (:id, :name, :description, :instructions, :topics, :bases, :created,
                            :created)
                        """)
                .param("id", id)
                .param("name", name)
                .param("description", Prose.line(agent.description()))
                .param("instructions", CONTROL.matcher(agent.instructions()).replaceAll("").strip())
                .param("topics", agent.topics().stream().map(Prose::line).toArray(String[]::new))
                .param("bases", bases(agent, name, item).toArray(UUID[]::new))
                .param("created", agent.createdAt())
                .update();
        return id;
    }

    /** None left must not become an empty list, which stands for every base of the tenant's. */
    private static List<UUID> bases(AgentItem agent, String name, Incoming item) {
        var here =
                agent.baseIds().stream()
                        .map(base -> item.mapped(BasesSection.ENTRY, base))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
        if (here.size() < agent.baseIds().stream().distinct().count()) {
            item.note(
                    "The agent \"%s\" answers from bases that the archive does not hold; choose its bases."
                            .formatted(name));
        }
        return here.isEmpty() ? agent.baseIds() : here;
    }

    private static String free(String name, List<Assistant> taken) {
        var candidate = name;
        for (int i = 2; isTaken(candidate, taken); i++) {
            var suffix = " (" + i + ")";
            int room = LONGEST - suffix.length();
            candidate = (name.length() > room ? name.substring(0, room) : name) + suffix;
        }
        return candidate;
    }

    private static boolean isTaken(String name, List<Assistant> taken) {
        return taken.stream().anyMatch(agent -> agent.name().equalsIgnoreCase(name));
    }

    record AgentItem(
            @NotNull UUID id,
            @NotBlank @Size(max = LONGEST) String name,
            @NotBlank @Size(max = 1000) String description,
            @NotNull @Size(max = 100) List<@NotNull UUID> baseIds,
            @NotNull @Size(max = 4000) String instructions,
            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 100) String> topics,
            @NotNull OffsetDateTime createdAt) {

        static AgentItem of(Assistant agent) {
            return new AgentItem(
                    agent.id(),
                    agent.name(),
                    agent.description(),
                    agent.baseIds(),
                    agent.instructions(),
                    agent.topics(),
                    agent.createdAt());
        }
    }
}
