package io.frontdesk.conversationalpayment.manipulation;

import io.frontdesk.conversationalpayment.wording.Phrases;

/** Wordings that dictate rules, prices or permissions. */
final class Dictation {
    static final Phrases PHRASES =
            Phrases.anywhere(
                    """
                    (?:ignore|disregard|forget|override|overrule|bypass|skip|neglect) ~ (?:instruction|instructions|rule|rules|price|prices|prompt|policy|policies|limit|limits|checks|check|confirmation|verification|approval|guidelines|above|previous|prior|everything|quote)
                    you are (?:now|no longer) ~
                    you are an? ~ (?:assistant|cashier|bot|ai|model|helpful|hacker|developer)
                    (?:pretend|act|behave) (?:to be|as|like|that|you)
                    from now on
                    new (?:instruction|instructions|rule|rules|policy|system prompt)
                    (?:system|developer) (?:prompt|message|override|mode|instruction|instructions|note)
                    system : ~
                    jailbreak
                    (?:reveal|show|print|repeat|tell me) ~ (?:prompt|instructions)
                    (?:manager|boss|owner|staff|admin|ceo|colleague|supervisor|director|receptionist|employee|team|headquarters|support) ~ (?:said|says|told|promised|approved|authorized|authorised|agreed|confirmed|allowed|allows|offered|guaranteed|wants you)
                    (?:as|i am|im|this is) ~ (?:the|your|an) (?:manager|boss|owner|admin|administrator|developer|ceo|operator|supervisor) ~
                    (?:set|change|make|reduce|lower|drop|adjust) (?:the|my|its|all|your)? ?(?:price|prices|total|cost|quote) ~ (?:to|SUM|zero|0|free|=)
                    (?:the )?(?:price|total|cost|ITEM) (?:is|should be|must be|shall be|costs|cost|=|:) (?:now |only |just |really |actually |exactly )?(?:SUM|nothing|free|zero|0|COUNT)
                    charge (?:me )?(?:only|just|nothing|zero|0) ~
                    (?:mark|set|record|treat|consider|register) ~ (?:as|to) (?:paid|free|settled|approved|confirmed|completed)
                    100 % ~ (?:discount|off|rabatt|reduction|descuento)
                    (?:approved|authorized|approve|apply|give) ~ 100 % ~
                    already (?:approved|authorized|authorised|verified)
                    without ~ (?:confirmation|approval|verification|checking|asking)
                    (?:sudo|admin mode|debug mode|test mode|god mode|override code)
                    (?:decode|base64|execute|eval) ~
                    (?:end|begin) of (?:system|prompt|instructions|conversation)
                    (?:ignorier|ignoriere|ignorieren|vergiss|vergessen|missachte|uberspringe|umgehe|uberschreibe) ~ (?:anweisung|anweisungen|regel|regeln|preis|preise|vorgaben|prompt|limit|limits|prufung|bestatigung|instruktionen|alles)
                    du bist (?:jetzt|nun|ab sofort|ein|kein) ~
                    sie sind (?:jetzt|nun|ab sofort) ~
                    ab (?:jetzt|sofort) (?:gilt|kostet|ist|bist|gelten)
                    (?:chef|chefin|manager|managerin|inhaber|inhaberin|filialleiter|filialleiterin|mitarbeiter|mitarbeiterin|kollege|kollegin|leiter|geschaftsfuhrer) ~ (?:gesagt|sagt|sagte|versprochen|meinte|genehmigt|erlaubt|zugesagt|freigegeben|bestatigt|meint|angeboten|gratis|kostenlos)
                    (?:der |die |das )?(?:preis|gesamtpreis|summe|ITEM) (?:ist|betragt|kostet|lautet|sei|war|=|:) (?:jetzt |nur |nun )?(?:SUM|nichts|kostenlos|gratis|null|0|frei|umsonst)
                    (?:setze|setz|andere|aendere|senke) ~ (?:preis|summe|gesamtpreis) ~ (?:auf|SUM)
                    (?:als|auf) (?:bezahlt|genehmigt|beglichen) ~ (?:markiere|markieren|setzen|verbuchen|setze)?
                    markiere ~ bezahlt
                    ohne ~ (?:bestatigung|prufung|freigabe|ruckfrage)
                    tu so als ~
                    (?:ignore|ignorez|ignorer|oublie|oubliez|contourne|contournez) ~ (?:instruction|instructions|consigne|consignes|regle|regles|prix|limite|limites|tout|precedentes)
                    (?:tu es|vous etes) (?:maintenant|desormais|un|une) ~
                    (?:patron|patronne|gerant|gerante|manager|directeur|directrice|responsable|chef|employe|collegue) ~ (?:dit|promis|accorde|autorise|approuve|confirme|assure|accepte|offert)
                    (?:le )?(?:prix|total|montant) (?:est|sera|vaut|=|:|doit etre) ~ (?:SUM|gratuit|zero|0)
                    (?:marque[rz]?|considere[rz]?) ~ (?:paye|regle|gratuit)
                    a partir de maintenant
                    (?:ignora|ignore|ignorad|olvida|olvide|omite|salta) ~ (?:instruccion|instrucciones|regla|reglas|precio|precios|limite|limites|todo|anterior|anteriores)
                    (?:ahora eres|eres ahora|eres un|eres una) ~
                    (?:jefe|jefa|gerente|encargado|encargada|dueno|duena|director|directora|empleado|responsable|manager) ~ (?:dijo|dice|ha dicho|prometio|aprobo|autorizo|confirmo|acepto|prometido|autorizado|ofrecio)
                    (?:el )?(?:precio|total|importe) (?:es|sera|=|:|debe ser|son) ~ (?:SUM|gratis|cero|0)
                    (?:marca|considera|registra) ~ (?:pagado|pagada|gratis)
                    a partir de ahora
                    """,
                    6);

    private Dictation() {}
}
