package io.frontdesk.ragknowledge.questionset;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

record NewQuestionSet(
        @NotBlank @Size(max = 200) String name,
        @NotEmpty @Size(max = 500) List<@Valid @NotNull AskedQuestion> questions) {}
