package io.frontdesk.ragknowledge.specialist;

import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/knowledge/agents")
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator', 'service')")
class AgentController {

    private final Specialists specialists;
    private final IdGenerator ids;
    private final Tenancy tenancy;

    AgentController(Specialists specialists, IdGenerator ids, Tenancy tenancy) {
        this.specialists = specialists;
        this.ids = ids;
        this.tenancy = tenancy;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Adds an agent that answers for a part of the business")
    Assistant create(@Valid @RequestBody NewAssistant agent) {
        tenancy.require();
        return specialists.add(ids.generateId(), agent.settings());
    }

    @GetMapping
    @Operation(summary = "Lists the agents, newest first")
    Page<Assistant> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        return Page.of(specialists.list(limit + 1, cursor), limit, Assistant::id);
    }

    @GetMapping("/{id}")
    Assistant get(@PathVariable UUID id) {
        return specialists.get(id);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Replaces an agent's settings")
    Assistant change(@PathVariable UUID id, @Valid @RequestBody NewAssistant agent) {
        return specialists.change(id, agent.settings());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        specialists.delete(id);
    }
}
