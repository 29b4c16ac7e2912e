package io.frontdesk.conversationalpayment.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.starter.money.PositiveMoney;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one tenant. A ceiling that is left out does not limit; days are UTC days.
 *
 * @param version counts up from 1; 0 is the default. Given with a change, it must be the current
 *     one
 * @param currency of everything that is sold, ISO 4217
 * @param perPayment the most that one payment may be
 * @param perConversation the most that one conversation may pay
 * @param perVisitorAndDay the most that one visitor may pay in a day
 * @param perAgentAndDay the most that all conversations of one agent may pay in a day
 * @param perDay the most that all visitors may pay in a day
 * @param stepUpAbove a payment above it waits for a person's consent
 * @param freeAmounts whether a visitor may name the amount of an item without a price
 * @param allowedItems what may be sold; all when left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SpendPolicy(
        @Nullable @Min(0) Integer version,
        @NotBlank String currency,
        @Nullable @PositiveMoney Money perPayment,
        @Nullable @PositiveMoney Money perConversation,
        @Nullable @PositiveMoney Money perVisitorAndDay,
        @Nullable @PositiveMoney Money perAgentAndDay,
        @Nullable @PositiveMoney Money perDay,
        @Nullable Money stepUpAbove,
        @NotNull Boolean freeAmounts,
        @Nullable @Size(max = 1000) Set<UUID> allowedItems,
        @NotNull @Valid RefundRules refunds) {

    /** The default with which a new tenant starts: careful, and whole until its owner decides. */
    static SpendPolicy standard(CurrencyUnit currency) {
        return new SpendPolicy(
                0,
                currency.getCode(),
                units(currency, 500),
                units(currency, 1_000),
                units(currency, 1_000),
                units(currency, 2_500),
                units(currency, 5_000),
                units(currency, 250),
                true,
                null,
                new RefundRules(30, BigDecimal.ONE, Set.of("owner", "staff")));
    }

    /** For what has happened already. */
    public static SpendPolicy unlimited(CurrencyUnit currency) {
        return new SpendPolicy(
                null,
                currency.getCode(),
                null,
                null,
                null,
                null,
                null,
                null,
                true,
                null,
                new RefundRules(0, BigDecimal.ZERO, Set.of()));
    }

    @AssertTrue(message = "currency must be an ISO 4217 code, and that of every amount") @JsonIgnore
    boolean isOfOneCurrency() {
        return Stream.of(
                                perPayment,
                                perConversation,
                                perVisitorAndDay,
                                perAgentAndDay,
                                perDay,
                                stepUpAbove)
                        .filter(Objects::nonNull)
                        .allMatch(amount -> amount.getCurrencyUnit().getCode().equals(currency))
                && CurrencyUnit.registeredCurrencies().stream()
                        .anyMatch(unit -> unit.getCode().equals(currency));
    }

    @AssertTrue(message = "stepUpAbove must not be below zero") @JsonIgnore
    boolean isStepUpSensible() {
        return stepUpAbove == null || !stepUpAbove.isNegative();
    }

    /**
     * Whether one payment of this amount for these items may be.
     *
     * @throws PolicyRefused when not, with the reason
     */
    public void check(Set<UUID> items, Money total) {
        if (!total.getCurrencyUnit().getCode().equals(currency)) {
            throw new PolicyRefused("Payments are taken in " + currency + " only.");
        }
        if (perPayment != null && total.isGreaterThan(perPayment)) {
            throw new PolicyRefused("One payment may be at most " + perPayment + ".");
        }
        if (allowedItems != null && !allowedItems.containsAll(items)) {
            throw new PolicyRefused("Not everything that is asked for may be sold here.");
        }
    }

    public boolean needsConsent(Money total) {
        return stepUpAbove != null && total.isGreaterThan(stepUpAbove);
    }

    SpendPolicy withVersion(int number) {
        return new SpendPolicy(
                number,
                currency,
                perPayment,
                perConversation,
                perVisitorAndDay,
                perAgentAndDay,
                perDay,
                stepUpAbove,
                freeAmounts,
                allowedItems,
                refunds);
    }

    private static Money units(CurrencyUnit currency, int amount) {
        return Money.of(currency, BigDecimal.valueOf(amount));
    }
}
