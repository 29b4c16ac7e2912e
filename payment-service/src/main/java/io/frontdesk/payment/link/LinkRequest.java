package io.frontdesk.payment.link;

import io.frontdesk.payment.terms.CaptureMode;
import io.frontdesk.starter.money.PositiveMoney;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a page is to ask for.
 *
 * @param metadata at most 20 entries
 * @param capture as the configuration says, if absent
 * @param provider the configuration's default, if absent
 * @param returnUrl where the payer's browser goes afterwards
 */
record LinkRequest(
        @NotNull @PositiveMoney Money amount,
        @NotBlank @Size(max = 500) String description,
        @Nullable @Size(max = 200) String reference,
        @Nullable @Size(max = 20) Map<@NotBlank @Size(max = 40) String, @NotNull @Size(max = 500) String> metadata,
        @Nullable UUID quoteId,
        @Nullable @Size(max = 200) String quoteHash,
        @Nullable CaptureMode capture,
        @Nullable @Size(max = 40) String provider,
        @Nullable @Future Instant expiresAt,
        @Nullable @Size(max = 2000) @Pattern(regexp = "https?://.+") String returnUrl) {}
