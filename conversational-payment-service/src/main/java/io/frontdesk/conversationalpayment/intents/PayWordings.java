package io.frontdesk.conversationalpayment.intents;

import io.frontdesk.conversationalpayment.wording.Phrases;

/** Wanting to pay or to have something. */
final class PayWordings {
    static final Phrases PAY =
            Phrases.anywhere(
                    """
                    (?:pay|paying|settle|prepay|buy|purchase|checkout)
                    check out
                    (?:charge|bill) (?:me|my|the|it|SUM)
                    payment link
                    link (?:to|for) ~ pay
                    make (?:a|the) payment
                    zahlen
                    zahln
                    zahle
                    bezahlen
                    bezahle
                    begleichen
                    begleiche
                    anzahlen
                    uberweisen
                    uberweise
                    abbuchen
                    kaufen
                    kaufe
                    zahlungslink
                    bezahllink
                    zur kasse
                    payer
                    paye
                    paie
                    regler
                    regle
                    acheter
                    achete
                    verser
                    lien de paiement
                    pagar
                    pago
                    abonar
                    abono
                    comprar
                    compro
                    liquidar
                    (?:enlace|link) de pago
                    cobrame
                    cobreme
                    """);
    static final Phrases WISH =
            Phrases.anywhere(
                    """
                    (?:id|i would|we would|wed) (?:like|love)
                    (?:i|we) (?:want|need|wanna|take|would like|order|book)
                    (?:ill|i will|well|we will|let me|lets) ~ (?:take|have|get|order|book)
                    (?:can|could|may) (?:i|we) ~ (?:get|have|order|book|take)
                    (?:give|get|book|order|send|sell) (?:me|us|the|a|ITEM|COUNT)
                    book
                    please
                    put me down
                    (?:hatte|hatten|mochte|mochten|wurde|wurden|will|wollen|nehme|nehmen|brauche|brauchen|bestelle|buche|buchen|bestellen|nehm) ~
                    (?:gib|gebt|geben|schick|schicken|schickt) ~
                    bitte
                    (?:je|j) ~ (?:offrir|voudrais|veux|souhaite|prends|prendrai|aimerais|souhaiterais|commande|reserve)
                    (?:on|nous) ~ (?:prend|prenons|voudrions|aimerait|veut)
                    s il (?:vous|te) plait
                    svp
                    (?:quiero|quisiera|quisieramos|queremos|necesito|deseo|tomo|reservo|dame|deme|llevo)
                    me (?:gustaria|llevo|pones|pone|das)
                    por favor
                    """);
    static final Phrases PAST =
            Phrases.anywhere(
                    """
                    (?:already|have|ive|had) ~ (?:paid|pay)
                    (?:he|she|they|husband|wife|boss|company|mother|father|friend) (?:will|would|wants to|is going to|can) pay
                    (?:schon|bereits) ~ (?:bezahlt|gezahlt|uberwiesen)
                    deja ~ (?:paye|regle)
                    ya ~ (?:pague|pagado|he pagado)
                    """);

    /** What may stand around names and sums where no verb is needed. */
    static final Phrases BARE =
            Phrases.only(
                    """
                    ITEM|SUM|COUNT|please|pls|thanks|thank you|the|a|an|one|for|my|our|of|with|and|hi
                    hello|hey|good morning|good evening|both|plus|is|in|at|on|this|today|tomorrow|now
                    monday|tuesday|wednesday|thursday|friday|saturday|sunday|next|just|only|to|from
                    about|around|it|should be|be|x|or|so|between|up|ok|yes|some|few|couple|more|me
                    [,.!;:?()&+-]
                    bitte|danke|der|die|das|den|dem|ein|eine|einen|einer|fur|mit|und|oder|hallo|guten
                    tag|morgen|heute|nur|am|montag|dienstag|mittwoch|donnerstag|freitag|samstag
                    sonntag|mein|meine|meinen|uber|von|zu|auf|paar|etwa|ca|circa|moin|servus|stuck|im
                    le|la|les|l|un|une|des|du|de|d|pour|et|ou|bonjour|salut|merci|svp|vendredi|lundi
                    mardi|mercredi|jeudi|samedi|dimanche|s il vous plait|s il te plait|demain|avec|mon
                    ma|mes|environ|seulement|quelques
                    el|los|las|una|uno|unos|para|con|y|o|hola|gracias|por favor|viernes|lunes|martes
                    miercoles|jueves|sabado|domingo|mi|mis|del|al|solo|unas|manana|hoy
                    """);

    private PayWordings() {}
}
