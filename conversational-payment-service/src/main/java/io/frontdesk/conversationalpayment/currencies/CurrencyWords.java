package io.frontdesk.conversationalpayment.currencies;

import io.frontdesk.conversationalpayment.wording.Message;
import io.frontdesk.conversationalpayment.wording.Token;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Finds the words, signs and codes of currencies, in English, German, French and Spanish. */
public final class CurrencyWords {
    private static final Map<String, List<String>> NAMES = names();

    /** Hundredths, which count only behind a number. */
    private static final Map<String, List<String>> HUNDREDTHS = hundredths();

    /** Names that are common words unless they stand behind a number. */
    private static final Set<String> ONLY_BEHIND =
            Set.of("won", "rand", "fr", "ft", "real", "reais", "reales", "lei", "crowns", "pesos");

    /** Codes that are words of some language: only in capitals among small letters. */
    private static final Set<String> CODES_LIKE_WORDS =
            Set.of(
                    "ALL", "TRY", "TOP", "MAD", "CUP", "PEN", "BOB", "RON", "GEL", "BAM", "SOS",
                    "ANG", "COP", "MOP", "AMD", "DOP", "LAK", "MUR", "SAR", "SEK", "DEN", "MXN");

    private static final Set<String> SMALL_CODES =
            Set.of(
                    "eur", "usd", "gbp", "chf", "aud", "nzd", "jpy", "nok", "dkk", "pln", "czk",
                    "kwd", "cny", "huf", "inr", "brl", "sgd", "hkd");

    private CurrencyWords() {}

    private static Map<String, List<String>> names() {
        var names = new HashMap<String, List<String>>();
        put(names, "EUR", "€ euro euros eurs");
        put(names, "USD CAD AUD NZD SGD HKD", "$ dollar dollars dolar dolares bucks buck");
        put(names, "USD", "us$ $us usdollar usdollars usdolar dolaresamericanos dollarsamericains");
        put(names, "CAD", "ca$ c$ $ca canadiandollars canadiandollar kanadischedollar");
        put(names, "CAD", "dollarscanadiens dolarescanadienses");
        put(names, "AUD", "a$ au$ $au australiandollars australiandollar australischedollar");
        put(names, "NZD", "nz$ $nz newzealanddollars");
        put(names, "SGD", "s$ sg$ singaporedollars");
        put(names, "HKD", "hk$ hongkongdollars");
        put(names, "BRL", "r$ reais reales");
        put(names, "MXN", "mx$ mexicanpesos pesosmexicanos");
        put(names, "GBP", "£ pound pounds pfund livre livres libra libras quid sterling");
        put(names, "GBP", "poundssterling poundsterling britishpounds librasesterlinas");
        put(names, "JPY", "yen yens 円 jp¥ ¥jp");
        put(names, "JPY CNY", "¥");
        put(names, "CNY", "yuan rmb renminbi 元 cn¥ ¥cn");
        put(names, "CHF", "franken sfr schweizerfranken swissfrancs francssuisses francossuizos");
        put(names, "CHF XOF XAF", "fr francs franc francos");
        put(names, "SEK NOK DKK ISK CZK", "kr krone kronen kroner kronor krona crown crowns");
        put(names, "SEK NOK DKK ISK CZK", "couronnes coronas");
        put(names, "SEK", "swedishcrowns swedishkronor schwedischekronen");
        put(names, "NOK", "norwegiancrowns norwegiankroner norwegischekronen");
        put(names, "DKK", "danishcrowns danishkroner danischekronen");
        put(names, "PLN", "zł zl zloty zlotys zlotych");
        put(names, "CZK", "kc");
        put(names, "HUF", "ft forint forints");
        put(names, "RON", "lei");
        put(names, "INR PKR LKR NPR", "rupee rupees rupien roupies rupias");
        put(names, "MXN ARS CLP COP PHP", "peso pesos");
        put(names, "KWD BHD JOD RSD TND", "dinar dinars dinare dinares");
        put(names, "AED MAD", "dirham dirhams");
        put(names, "SAR QAR OMR", "riyal riyals rial");
        put(names, "TRY", "₺ lira liras lire");
        put(names, "ILS", "₪ shekel shekels nis");
        put(names, "RUB", "₽ ruble rubles rubel roubles rublos");
        put(names, "KRW", "₩ won");
        put(names, "THB", "฿ baht");
        put(names, "ZAR", "rand");
        put(names, "INR", "₹");
        put(names, "VND", "₫");
        put(names, "UAH", "₴");
        put(names, "NGN", "₦");
        put(names, "PHP", "₱");
        put(names, "GHS", "₵");
        put(names, "KZT", "₸");
        put(names, "KWD", "دك");
        put(names, "AED", "دإ دا");
        put(names, "SAR", "رس");
        put(names, "EGP", "جم");
        put(names, "", "₿ btc bitcoin bitcoins ¤");
        return Map.copyOf(names);
    }

    private static Map<String, List<String>> hundredths() {
        var names = new HashMap<String, List<String>>();
        put(names, "", "cent cents c ct cts centime centimes centimo centimos centavos");
        put(names, "GBP", "pence p penny pennies");
        put(names, "CHF", "rappen rp");
        return Map.copyOf(names);
    }

    private static void put(Map<String, List<String>> names, String codes, String words) {
        for (var word : words.split(" ", -1)) {
            names.put(word, codes.isEmpty() ? List.of() : List.of(codes.split(" ", -1)));
        }
    }

    public static @Nullable CurrencyUnit of(Locale locale) {
        try {
            var currency = Currency.getInstance(locale);
            return currency == null ? null : unit(currency.getCurrencyCode());
        } catch (IllegalArgumentException notARegion) {
            return null;
        }
    }

    public static @Nullable CurrencyUnit unit(String code) {
        return CurrencyUnit.registeredCurrencies().stream()
                .filter(it -> it.getCode().equals(code) && it.getDecimalPlaces() >= 0)
                .filter(it ->
                        !code.startsWith("X") || Set.of("XOF", "XAF", "XPF", "XCD").contains(code))
                .findFirst()
                .orElse(null);
    }

    /** The longest name of a currency that begins at this token. */
    public static @Nullable CurrencyMention at(Message message, int from, boolean behindNumber) {
        var key = new StringBuilder();
        CurrencyMention best = code(message, from);
        for (var at = from; at < Math.min(message.size(), from + 4); at++) {
            var token = message.token(at);
            if (token.digits() || (at > from && token.symbol(",!?:;()"))) {
                break;
            }
            if (at > from && key.length() == 1 && !token.glued() && !region(key, token)) {
                break; // "a $20 voucher" names no Australian dollar
            }
            if (token.symbol("-.")) {
                continue;
            }
            key.append(token.folded());
            best = named(best, key.toString(), from, at + 1, behindNumber);
        }
        return best;
    }

    /** "$ CA" as in Québec. */
    private static boolean region(CharSequence sign, Token token) {
        return !Character.isLetter(sign.charAt(0))
                && token.text().length() == 2
                && token.text().equals(token.text().toUpperCase(Locale.ROOT));
    }

    private static @Nullable CurrencyMention named(
            @Nullable CurrencyMention best, String key, int from, int to, boolean behindNumber) {
        var codes = NAMES.get(key);
        if (codes != null && (behindNumber || !ONLY_BEHIND.contains(key) || key.equals("fr"))) {
            return best != null && best.to() >= to
                    ? best
                    : new CurrencyMention(from, to, codes, false, false);
        }
        var hundredth = behindNumber ? HUNDREDTHS.get(key) : null;
        return hundredth != null && best == null
                ? new CurrencyMention(from, to, hundredth, true, false)
                : best;
    }

    private static @Nullable CurrencyMention code(Message message, int from) {
        var token = message.token(from);
        var text = token.text();
        if (!token.word() || text.length() != 3 || text.charAt(0) > 'z') {
            return null;
        }
        var likeWord = CODES_LIKE_WORDS.contains(text) && shouted(message);
        if (likeWord
                || (!text.equals(text.toUpperCase(Locale.ROOT))
                        && !SMALL_CODES.contains(text.toLowerCase(Locale.ROOT)))) {
            return null;
        }
        var unit = unit(text.toUpperCase(Locale.ROOT));
        return unit == null
                ? null
                : new CurrencyMention(from, from + 1, List.of(unit.getCode()), false, true);
    }

    private static boolean shouted(Message message) {
        return message.tokens().stream().filter(it -> it.word()).count() > 1
                && message.original().chars().noneMatch(Character::isLowerCase);
    }
}
