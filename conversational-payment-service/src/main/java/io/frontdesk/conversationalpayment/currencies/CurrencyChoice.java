package io.frontdesk.conversationalpayment.currencies;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/**
 * Settles which currency a sign or name means. One that several countries share ("$", "kr") is
 * settled where the business's currency and the visitor's region agree, or where one of the two
 * speaks and it is the sign's usual meaning; else all that come into question are told.
 */
public final class CurrencyChoice {
    private static final Set<String> USUAL = Set.of("USD", "JPY", "GBP", "INR");
    private static final int MOST = 3;

    private CurrencyChoice() {}

    /** One code when it is settled, several when it must be asked. */
    public static List<String> among(List<String> codes, Setting setting) {
        if (codes.size() <= 1) {
            return codes;
        }
        var own = setting.currency();
        var regional = setting.regional();
        var said =
                Stream.of(own, regional)
                        .flatMap(Stream::ofNullable)
                        .map(CurrencyUnit::getCode)
                        .filter(codes::contains)
                        .distinct()
                        .toList();
        var first = codes.getFirst();
        if (said.size() == 1) {
            var only = said.getFirst();
            var agreed = regional != null && regional.getCode().equals(only);
            var contradicted = own != null && !own.getCode().equals(only);
            if ((USUAL.contains(only) && only.equals(first)) || (agreed && !contradicted)) {
                return said;
            }
        }
        return Stream.concat(said.stream(), codes.stream()).distinct().limit(MOST).toList();
    }
}
