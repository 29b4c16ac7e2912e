package io.frontdesk.ragcore.reembedding;

import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The embedding model of a base, for other services; the gateway does not route here. */
@RestController
@RequestMapping("/core/bases/{baseId}/model")
@PreAuthorize("hasAnyRole('service', 'owner', 'staff', 'operator')")
class ModelChoiceController {
    private final Reembedding reembedding;
    private final Tenancy tenancy;

    ModelChoiceController(Reembedding reembedding, Tenancy tenancy) {
        this.reembedding = reembedding;
        this.tenancy = tenancy;
    }

    /** A model by its id. */
    record Wanted(@NotBlank @Size(max = 100) String model) {}

    @Operation(summary = "By which model a base is searched, and how far the next one is")
    @GetMapping
    Reembedding.State readModel(@PathVariable UUID baseId) {
        tenancy.require();
        return reembedding.state(baseId);
    }

    @Operation(
            summary = "Lets another model take over in the background",
            description = "Searches go on all the time. The model that the base has calls it off.")
    @PutMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Reembedding.State changeModel(@PathVariable UUID baseId, @Valid @RequestBody Wanted wanted) {
        tenancy.require();
        reembedding.ask(baseId, wanted.model());
        return reembedding.state(baseId);
    }
}
