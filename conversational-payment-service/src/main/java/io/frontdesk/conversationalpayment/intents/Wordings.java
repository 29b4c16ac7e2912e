package io.frontdesk.conversationalpayment.intents;

import io.frontdesk.conversationalpayment.wording.Phrases;

/** The turns of phrase that tell intents, over folded words, in four languages. */
final class Wordings {
    static final Phrases STATUS =
            Phrases.anywhere(
                    """
                    (?:did|has|have|was|is) ~ (?:go|gone|went) through
                    (?:did|has|have) ~ (?:payment|money|transfer|it) ~ (?:arrive|arrived|work|worked|received|succeeded|succeed|cleared)
                    did you ~ (?:receive|get) ~ (?:payment|money|it|SUM)
                    have you ~ (?:received|got|gotten) ~ (?:payment|money|it|SUM)
                    (?:was|were|is|am|been) ~ (?:card|i|account|SUM) ~ charged
                    (?:have|has) ~ been charged
                    did (?:it|that) work
                    (?:payment|order) status
                    status (?:of|for) ~ (?:payment|order|transaction|ITEM)
                    (?:is|was) ~ (?:payment|transaction|order|it) ~ (?:successful|complete|completed|done|confirmed|paid|pending|received)
                    did (?:i|we) (?:already )?pay
                    (?:i|we) (?:was|were|have been|got) charged
                    ist ~ (?:zahlung|geld|betrag|uberweisung|bezahlung|SUM) ~ (?:durch|durchgegangen|angekommen|eingegangen|da|erfolgt|erfolgreich|abgebucht|gebucht)
                    (?:ist|wurde|hat) (?:es|das|alles) ~ (?:durch|durchgegangen|geklappt|funktioniert|abgebucht|gebucht)
                    (?:wurde|wurden|ist) ~ (?:abgebucht|belastet|bezahlt)
                    hat ~ (?:zahlung|bezahlung|uberweisung) ~ (?:geklappt|funktioniert)
                    (?:habt|haben) (?:ihr|sie) ~ (?:geld|zahlung|SUM) ~ (?:erhalten|bekommen)
                    (?:status|stand) ~ (?:zahlung|bezahlung)
                    zahlungsstatus
                    (?:paiement|virement|argent) ~ (?:passe|recu|arrive|effectue|abouti|valide)
                    avez vous ~ recu ~ (?:paiement|argent|virement)
                    ca a ~ (?:marche|fonctionne)
                    statut ~ paiement
                    (?:a ete|ete) ~ debitee?
                    (?:se|ha|han) ~ (?:realizo|realizado|completo|completado|recibido|llegado|procesado|efectuado|cobrado) ~ (?:pago|dinero|transferencia|cobro)
                    (?:pago|dinero|transferencia) ~ (?:realizado|completado|recibido|llegado|llego|procesado|pasado)
                    (?:llego|funciono|paso) ~ (?:pago|dinero)
                    estado ~ pago
                    han recibido ~
                    """,
                    6);
    static final Phrases CONDITION =
            Phrases.anywhere(
                    """
                    (?:only )?(?:if|unless|provided|assuming|depends|once|when) (?:i|you|we|it|my|the|they|he|she|that|ITEM|this)
                    only if
                    wenn
                    falls
                    sofern
                    vorausgesetzt
                    (?:si|s) (?:je|vous|tu|on|il(?! (?:vous|te) plait)|elle|c|me|puedo|pago|le|usted|hay)
                    """);
    static final Phrases QUESTION =
            Phrases.anywhere(
                    """
                    what (?:can|could|do) i
                    how (?:much|many|high|do|does|can|long|would)
                    (?:what|whats|which) (?:is|are|s|does|do|would|about|if|happens|price|the|your|kind|payment|time|currency|methods)
                    whats
                    (?:when|where|why|who) (?:do|does|is|are|can|should|would|will|so|not|i|must|am)
                    (?:do|does|did|must|should|need|will|would|am|is|are) (?:i|we|it|that|there|the|this|ITEM|you|your) ~ (?:have|need|accept|take|cost|costs|refundable|required|free|pay|offer|include|supposed|possible|expensive|sell)
                    price (?:of|for)
                    can (?:i|we|you) ~ (?:later|tomorrow|refund|refunded|cancel|split|discount|accept|tell)
                    (?:pay|accept|take|use) ~ (?:by|with|in|via|paypal|cash|card|cards|visa|installments) ~ ?[?]
                    (?:pay|accept|paying) (?:by|with|via|in) ~ (?:card|cash|paypal|visa|mastercard|installments|transfer|bitcoin|check|cheque)
                    was (?:kostet|kosten|ist|sind|kostete|wurde|passiert)
                    wie (?:viel|hoch|teuer|lange|kann|funktioniert|geht)
                    wieviel
                    (?:wann|warum|wieso|wo|wer|welche|welcher|welches|womit)
                    (?:muss|mussen|soll|sollte|darf) (?:ich|man|wir) ~
                    (?:kann|konnen|koennte|geht|nehmt|nehmen|akzeptieren|akzeptiert) ~ (?:karte|bar|paypal|rechnung|raten|ratenzahlung|spater|morgen|kreditkarte)
                    (?:combien|quand|pourquoi|comment|quel|quelle|quels|quelles)
                    (?:dois|faut|doit|devons) ~ (?:je|il|on|nous)
                    (?:payer|accepte[sz]?|regler) ~ (?:carte|especes|paypal|cheque|plusieurs)
                    est ce que ~ (?:dois|faut|possible|obligatoire|rembours[^ ]{0,8})
                    (?:cuanto|cuantos|cuanta|cuando|como|cual|que precio|donde)
                    por que
                    (?:tengo|debo|hay) que ~
                    (?:aceptan|aceptais|puedo) ~ (?:tarjeta|efectivo|paypal|plazos)
                    """);
    static final Phrases REQUEST =
            Phrases.anywhere(
                    """
                    (?:can|could|may|might) (?:i|we|you) ~ (?:pay|buy|purchase|get|order|book|have|settle|add|change|make|send|charge|remove|please|take|do)
                    (?:kann|konnte|konnen|konnten|koennte|darf|durfte) (?:ich|wir|sie|du|ihr) ~
                    (?:konntest|kannst|konntet|konnt) ~
                    (?:puis|pourrais|pourrait|peut|peux|pouvez|pourriez|est ce que je peux) ~
                    (?:puedo|podria|podriamos|puedes|puede|podrias) ~
                    please
                    bitte
                    s il vous plait
                    por favor
                    """);
    static final Phrases CANCEL =
            Phrases.anywhere(
                    """
                    forget (?:it|that|about it|about that|the whole thing)
                    never ?mind
                    nevermind
                    cancel
                    abort
                    stop
                    stopp
                    scrap (?:it|that)
                    call it off
                    abbrechen
                    abbruch
                    (?:brich|breche|brechen) ~ ab
                    vergiss (?:es|das)
                    vergessen sie (?:es|das)
                    stornieren
                    storniere
                    stornier
                    lass (?:es|gut sein|mal|das|stecken)
                    lassen (?:wir|sie) (?:es|das)
                    annuler
                    annule
                    annulez
                    laisse[rz]? tomber
                    (?:oublie|oubliez) (?:ca|cela)?
                    arrete[rz]?
                    cancelar
                    cancela
                    cancele
                    cancelalo
                    olvidalo
                    olvidelo
                    dejalo
                    anular
                    anula
                    """);
    static final Phrases NO_CANCEL =
            Phrases.anywhere(
                    """
                    (?:dont|do not|not|never|wont|cant|nicht|nie|no|pas|without|before|after) ~ (?:cancel|stop|abort|abbrechen|stornieren|annuler|annulez|annule|cancelar|canceles|cancele|cancela)
                    cancel (?:my|the|our|an) (?:appointment|booking|subscription|membership|reservation)
                    (?:termin|buchung|rendez vous|cita|reserva) ~ (?:stornieren|abbrechen|annuler|cancelar)
                    """);
    static final Phrases CONTRAST =
            Phrases.anywhere(
                    """
                    (?:not|no|nicht|pas|kein|keine|keinen) ~ (?:SUM|COUNT|ITEM)(?: ,)? (?:but|sondern|mais|sino|rather|just|only|nur|the|ITEM|SUM|COUNT|den|die|das|der|la|le|el)
                    (?:SUM|COUNT|ITEM) (?:instead|statt|anstatt|stattdessen|rather|au lieu|en vez|en lugar|a la place|plutot)
                    (?:instead of|statt|anstatt|rather than|au lieu de|en vez de|en lugar de) ~ (?:SUM|COUNT|ITEM)
                    (?:SUM|COUNT|ITEM) ~ (?:instead of|rather than)
                    (?:SUM|COUNT|ITEM) (?:, )?(?:not|nicht|pas|no) ~ (?:SUM|COUNT|ITEM)
                    """);
    static final Phrases CHANGE = ChangeWordings.CHANGE;
    static final Phrases REFUSAL = ChangeWordings.REFUSAL;
    static final Phrases NO = ChangeWordings.NO;
    static final Phrases YES_TOO = Phrases.anywhere("yes|ja|oui|si");
    static final Phrases PAST = PayWordings.PAST;
    static final Phrases PAY = PayWordings.PAY;
    static final Phrases WISH = PayWordings.WISH;
    static final Phrases BARE = PayWordings.BARE;

    private Wordings() {}
}
