package io.frontdesk.conversationalpayment.dialogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.conversationalpayment.quote.Visitor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A dialogue to begin.
 *
 * @param locale a BCP 47 tag such as {@code de-AT}; English when left out
 * @param currency of amounts that name none, ISO 4217; that of the spend policy when left out
 */
record NewDialogue(
        @NotBlank @Size(max = 200) String conversationId,
        @Nullable @Valid Visitor visitor,
        @Nullable @jakarta.validation.constraints.Pattern(
                        regexp = "[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,4}",
                        message = "must be a language tag, such as de-AT")
                String locale,
        @Nullable @Size(min = 3, max = 3) String currency,
        @Nullable @Size(min = 1, max = 200) String agentId) {

    @AssertTrue(message = "currency must be an ISO 4217 code") @JsonIgnore
    boolean isCurrencyKnown() {
        return currency == null
                || CurrencyUnit.registeredCurrencies().stream()
                        .anyMatch(unit -> unit.getCode().equals(currency));
    }
}
