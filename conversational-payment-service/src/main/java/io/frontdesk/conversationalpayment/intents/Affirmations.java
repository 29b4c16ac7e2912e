package io.frontdesk.conversationalpayment.intents;

import io.frontdesk.conversationalpayment.wording.Phrases;

/** A clear yes: nothing but affirmation and politeness, in four languages. */
final class Affirmations {
    private static final Phrases YES =
            Phrases.anywhere(
                    """
                    yes
                    y
                    yep
                    yeah
                    yup
                    sure
                    of course
                    absolutely
                    definitely
                    ok
                    okay
                    correct
                    confirmed
                    confirm
                    agreed
                    go ahead
                    go for it
                    do it
                    please do
                    proceed
                    looks good
                    sounds good
                    thats right
                    thats correct
                    perfect
                    all good
                    ja
                    jo
                    jawohl
                    jep
                    genau
                    passt
                    einverstanden
                    richtig
                    korrekt
                    gerne
                    klar
                    bestatige
                    bestatigt
                    in ordnung
                    stimmt
                    alles klar
                    oui
                    ouais
                    d accord
                    c est bon
                    parfait
                    je confirme
                    confirme
                    allez y
                    vas y
                    entendu
                    exact
                    si
                    claro
                    vale
                    de acuerdo
                    adelante
                    confirmo
                    confirmado
                    correcto
                    perfecto
                    por supuesto
                    hazlo
                    """);
    private static final Phrases ONLY =
            Phrases.only(
                    """
                    yes|yep|yeah|yup|sure|of course|absolutely|definitely|ok|okay|correct
                    confirmed|confirm|agreed|go ahead|go for it|do it|please do|proceed|looks good
                    sounds good|that sounds good|it sounds good|that looks good|it looks good|thats right
                    thats correct|that is right|that is correct|perfect|all good|i confirm|i do
                    confirm it|confirm that|confirm this|confirm the payment|i agree|fine|great
                    thats fine|thats ok|please pay|pay now|pay it|lets go|lets do it|right|good
                    please|thanks|thank you|thx|and|all|everything|pls|do that|with it|with that
                    the payment|charge it|charge me|y
                    [,.!;:)]
                    ja|jo|jawohl|jep|genau|genau so|passt|passt so|einverstanden|richtig|korrekt
                    gerne|gern|klar|ich bestatige|bestatige|bestatigt|ich bestatige das
                    in ordnung|stimmt|stimmt so|alles klar|bitte|danke|dankeschon|das|so|es|ist
                    buchen|bezahlen|zahlen|jetzt|mach das|machen wir|mach es|alles|super|gut|prima
                    das passt|das stimmt|das ist richtig|das ist korrekt|vielen dank|natuerlich
                    kostenpflichtig|zahlungspflichtig|bestellen
                    naturlich|auf jeden fall|los|los gehts|bestatigen|doch ja
                    oui|ouais|d accord|c est bon|c est correct|c est ca|c est parfait|parfait
                    je confirme|confirme|confirmez|allez y|vas y|entendu|exact|merci|bien sur
                    s il vous plait|s il te plait|tres bien|ca marche|ca me va|volontiers
                    si|claro|claro que si|vale|de acuerdo|adelante|confirmo|confirmado|correcto
                    perfecto|por supuesto|hazlo|gracias|por favor|esta bien|muy bien|de una|bueno
                    si senor|asi es|eso es|muchas gracias
                    """);
    private static final int LONGEST = 120;

    private Affirmations() {}

    static boolean clear(String skeleton) {
        return skeleton.length() <= LONGEST && ONLY.are(skeleton) && YES.in(skeleton);
    }
}
