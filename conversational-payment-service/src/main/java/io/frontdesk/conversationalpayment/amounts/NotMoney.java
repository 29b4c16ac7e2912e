package io.frontdesk.conversationalpayment.amounts;

import io.frontdesk.conversationalpayment.numerals.Numeral;
import io.frontdesk.conversationalpayment.numerals.Numeral.Notation;
import io.frontdesk.conversationalpayment.wording.Message;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;

/** Numbers that count something else: dates, times, telephones, references, measures. */
final class NotMoney {
    private static final Set<String> UNITS =
            words(
                    "percent prozent pourcent pct hour hours hrs h hr stunde stunden std heure"
                            + " heures hora horas minute minutes min mins minuten minutos minuto second"
                            + " seconds sekunden day days tag tage tagen jour jours dia dias week weeks"
                            + " woche wochen semaine semaines semana semanas month months monat monate"
                            + " monaten mois mes meses year years jahr jahre jahren an ans ano anos"
                            + " night nights nacht nachte nuits noches person persons people personen"
                            + " personne personnes persona personas guests gaste adults kids erwachsene"
                            + " kinder of von us km kg g gr ml l liter cm m mm meter st nd rd th am pm"
                            + " uhr oclock er mal times fois veces x stuck stk pieces pcs piece");
    private static final Set<String> MONTHS =
            words(
                    "january february march april may june july august september october november"
                            + " december jan feb mar apr jun jul aug sep sept oct nov dec januar"
                            + " februar marz mai juni juli oktober dezember okt dez janvier fevrier"
                            + " mars avril juin juillet aout septembre octobre novembre decembre enero"
                            + " febrero marzo abril mayo junio julio agosto septiembre octubre"
                            + " noviembre diciembre");
    private static final Set<String> REFERENCES =
            words(
                    "nr number nummer numero num order bestellung auftrag commande pedido invoice"
                            + " rechnung facture factura room zimmer chambre table tisch ref reference"
                            + " code pin card karte carte tarjeta iban account konto ticket booking"
                            + " buchung reservation tel telefon telephone phone mobile handy whatsapp"
                            + " id version question frage point step vat plz zip kundennummer"
                            + " bestellnummer rechnungsnummer vorgang");
    private static final Set<String> DAY_OR_TIME =
            words(
                    "at um on a am vom zum den bis ab until since around by le el las la gegen il"
                            + " the");
    private static final Set<String> PIECES =
            words("x mal times fois veces stuck stk pcs piece pieces of von");
    private static final Set<String> BETWEEN = words("de of th st nd rd");
    private static final Set<String> PHONE_WORDS = words("call me ruf mich an number phone");

    private NotMoney() {}

    static Set<String> words(String list) {
        return Set.copyOf(Arrays.asList(list.split(" ", -1)));
    }

    static boolean excludes(Message message, Numeral numeral) {
        return numeral.notation() == Notation.ARTICLE
                || glued(message, numeral)
                || reference(message, numeral)
                || measured(message, numeral)
                || dateOrTime(message, numeral)
                || phone(message, numeral);
    }

    /** Whether a number counts pieces or times. */
    static boolean pieces(Message message, Numeral numeral) {
        return PIECES.contains(message.word(numeral.to()))
                || message.word(numeral.from() - 1).equals("x");
    }

    private static boolean glued(Message message, Numeral numeral) {
        var before = numeral.from() - 1;
        var lettersBefore =
                before >= 0
                        && message.glued(numeral.from())
                        && (message.token(before).word()
                                || message.token(before).symbol("#_/:@=&\\\uFFFC^"));
        var behind = numeral.to();
        var digits = numeral.notation() != Notation.WORDS;
        var followed =
                message.glued(behind)
                        && (message.token(behind).symbol("_/:@=&\\\uFFFC^°%#")
                                || (digits && message.token(behind).word())
                                || message.token(behind).digits());
        return lettersBefore || followed || dashed(message, numeral);
    }

    /** Parts of "2026-118" or "4711-22"; a range of sums has a currency and does not come here. */
    private static boolean dashed(Message message, Numeral numeral) {
        var from = numeral.from();
        var partBehind =
                message.glued(from)
                        && message.token(from - 1).symbol("-")
                        && message.glued(from - 1)
                        && from >= 2;
        var partBefore =
                message.glued(numeral.to())
                        && message.token(numeral.to()).symbol("-")
                        && message.glued(numeral.to() + 1);
        return partBehind || partBefore;
    }

    static boolean reference(Message message, Numeral numeral) {
        var before = numeral.from() - 1;
        while (before >= 0 && message.token(before).symbol(".:#°º")) {
            before--;
        }
        var word = message.word(before);
        var linked = Set.of("is", "ist", "est", "es").contains(word);
        var numero = word.equals("no") && numeral.from() - before > 1;
        return numero
                || REFERENCES.contains(word)
                || (linked && REFERENCES.contains(message.word(before - 1)));
    }

    static boolean measured(Message message, Numeral numeral) {
        var behind = numeral.to();
        if (behind >= message.size()) {
            return false;
        }
        var word = message.word(behind);
        return message.token(behind).symbol("%°")
                || UNITS.contains(word)
                || (word.equals("o") && message.word(behind + 2).equals("clock"))
                || (word.equals("pour") && message.word(behind + 1).equals("cent"))
                || (word.equals("por") && message.word(behind + 1).equals("ciento"))
                || (word.equals("per") && message.word(behind + 1).equals("cent"));
    }

    private static boolean dateOrTime(Message message, Numeral numeral) {
        var behind = numeral.to();
        if (MONTHS.contains(message.word(numeral.from() - 1))
                || MONTHS.contains(message.word(behind))
                || (BETWEEN.contains(message.word(behind))
                        && MONTHS.contains(message.word(behind + 1)))) {
            return true;
        }
        var ordinal = message.glued(behind) && message.token(behind).symbol(".");
        if (ordinal && MONTHS.contains(message.word(behind + 1))) {
            return true;
        }
        var before = message.word(numeral.from() - 1);
        return DAY_OR_TIME.contains(before)
                && !(before.equals("the") && numeral.notation() == Notation.WORDS)
                && calendarLike(message, numeral);
    }

    /** Whether digits can stand for a day, a date or a time. */
    static boolean calendarLike(Message message, Numeral numeral) {
        var written = message.written(numeral.from(), numeral.to());
        var value = numeral.only();
        if (numeral.readings().isEmpty() || value == null) {
            return numeral.readings().isEmpty();
        }
        if (value.scale() == 0) {
            return value.intValue() <= 31 || (value.intValue() >= 1900 && value.intValue() < 2100);
        }
        var parts = written.split("[.,]", 2);
        if (parts.length < 2 || parts[0].length() > 2 || parts[1].length() > 2) {
            return false;
        }
        var first = value.intValue();
        var second = value.remainder(BigDecimal.ONE).unscaledValue().intValue();
        return (first <= 31 && second >= 1 && second <= 12) || (first < 24 && second < 60);
    }

    private static boolean phone(Message message, Numeral numeral) {
        var first = message.token(numeral.from()).text();
        var plus = numeral.from() > 0 && message.token(numeral.from() - 1).symbol("+");
        var zero = first.length() > 1 && first.startsWith("0");
        var next =
                numeral.to() < message.size()
                        && message.token(numeral.to()).digits()
                        && first.length() + message.token(numeral.to()).text().length() >= 6;
        var previous = numeral.from() > 0 && message.token(numeral.from() - 1).digits();
        var called = first.length() > 7 && PHONE_WORDS.contains(message.word(numeral.from() - 1));
        return plus || zero || next || previous || called;
    }
}
