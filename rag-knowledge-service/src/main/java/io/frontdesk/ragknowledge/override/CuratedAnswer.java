package io.frontdesk.ragknowledge.override;

import java.util.UUID;

/** An answer that a person wrote. */
public record CuratedAnswer(UUID id, String question, String answer) {}
