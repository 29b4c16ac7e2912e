package io.frontdesk.ragknowledge.specialist;

import java.util.List;
import java.util.UUID;

/**
 * An assistant for a part of the business.
 *
 * @param baseIds what it answers from; empty for all of the tenant's
 * @param instructions for a language model; empty for none
 */
public record Specialist(
        UUID id, String name, String description, List<UUID> baseIds, String instructions) {}
