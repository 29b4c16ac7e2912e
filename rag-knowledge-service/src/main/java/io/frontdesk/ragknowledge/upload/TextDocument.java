package io.frontdesk.ragknowledge.upload;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record TextDocument(@NotBlank @Size(max = 300) String title, @NotBlank String text) {}
