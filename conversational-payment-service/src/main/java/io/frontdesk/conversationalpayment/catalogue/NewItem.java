package io.frontdesk.conversationalpayment.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.conversationalpayment.plaintext.PlainText;
import io.frontdesk.starter.money.PositiveMoney;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An item as its owner writes it.
 *
 * @param name 1 to 200 characters, unique among the items in sale
 * @param otherNames up to 20, each up to 200 characters
 * @param price above zero; may be left out for a deposit or voucher, then the visitor names it
 */
record NewItem(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 20) Set<@NotBlank @Size(max = 200) String> otherNames,
        @NotNull ItemKind kind,
        @Nullable @PositiveMoney Money price) {

    private static final BigDecimal LARGEST = new BigDecimal("1000000000");

    @AssertTrue(message = "a product needs a price") @JsonIgnore
    boolean isPriced() {
        return kind != ItemKind.PRODUCT || price != null;
    }

    @AssertTrue(message = "the name has no visible character") @JsonIgnore
    boolean isReadable() {
        return name == null || !PlainText.line(name).isEmpty();
    }

    @AssertTrue(message = "price must be at most 1,000,000,000") @JsonIgnore
    boolean isAffordable() {
        return price == null || price.getAmount().compareTo(LARGEST) <= 0;
    }

    String line() {
        return PlainText.line(name);
    }

    Set<String> otherLines() {
        return otherNames == null
                ? Set.of()
                : otherNames.stream()
                        .map(PlainText::line)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }
}
