package io.frontdesk.ragcore.budget;

import java.math.BigDecimal;
import java.util.UUID;

/** What is set aside for one call, at worst. */
public record Reservation(UUID id, BigDecimal amount) {}
