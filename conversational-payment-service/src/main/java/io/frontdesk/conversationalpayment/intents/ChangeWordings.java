package io.frontdesk.conversationalpayment.intents;

import io.frontdesk.conversationalpayment.wording.Phrases;

/** Changing one's mind, in part or altogether. */
final class ChangeWordings {
    static final Phrases CHANGE =
            Phrases.anywhere(
                    """
                    make (?:it|that|this)
                    change
                    instead
                    rather
                    actually
                    switch
                    replace
                    correction
                    i meant
                    i said
                    swap
                    exchange
                    drop
                    delete
                    (?:leave|take) ~ out
                    i mean
                    add
                    remove
                    (?:and|plus) ~ (?:too|as well|also)
                    also
                    better
                    increase
                    reduce
                    lower
                    raise
                    without
                    only (?:COUNT|ITEM|SUM)
                    just (?:COUNT|ITEM|SUM)
                    doch
                    lieber
                    stattdessen
                    statt
                    anstatt
                    andere
                    andern
                    andert
                    aendern
                    aendere
                    mach(?:e|en)? ~ draus
                    mach(?:e|en)? (?:es|das|SUM|COUNT)
                    dazu
                    hinzu
                    noch (?:ein|eine|einen|COUNT|ITEM|SUM)
                    zusatzlich
                    ohne
                    ich meinte
                    erhohe
                    nur (?:COUNT|ITEM|SUM|noch)
                    auf SUM
                    plutot
                    changez?
                    changer
                    modifie[rz]?
                    ajoute[rz]?
                    enleve[rz]?
                    remplace[rz]?
                    en fait
                    finalement
                    sans
                    mettez
                    je voulais dire
                    au lieu
                    mejor
                    cambia
                    cambiar
                    cambie
                    cambialo
                    anade
                    anadir
                    agrega
                    quita
                    quitar
                    en vez
                    en lugar
                    en realidad
                    sin
                    prefiero
                    quise decir
                    que sean
                    ponme
                    """);
    static final Phrases REFUSAL =
            Phrases.anywhere(
                    """
                    (?:dont|do not|wont|will not|not|never|cant|cannot|refuse|no longer|wouldnt|didnt|shouldnt|no(?! problem| worries)) ~ (?:do|go|proceed|charged|pay|paying|buy|buying|want|need|charge|purchase|take|agree|confirm|say|like|interested)
                    changed my mind
                    (?:no|not) ~ (?:today|now|thanks|thank you|anymore)
                    (?:nicht|nie|niemals|keinesfalls|kein|keine|keinen) ~ (?:zahlen|bezahlen|zahle|bezahle|kaufen|will|mochte|brauche|wollen|uberweisen|abbuchen|interesse|bezahlt|mehr)
                    (?:zahle|bezahle|will|mochte|kaufe|nehme|brauche|uberweise|wollen) ~ (?:nicht|nie|niemals|keinen fall|kein|keine|keinen)
                    anders uberlegt
                    ne ~ (?:pas|plus|jamais|rien)
                    (?:veux|vais|souhaite|voudrais|paie|paye|peux) (?:pas|plus)
                    change d avis
                    no ~ (?:quiero|voy|pago|pagar|pagare|deseo|necesito|puedo|compro|comprar|me interesa)
                    (?:nunca|jamas|tampoco) ~ (?:pagar|pagare|pago|quiero)
                    cambiado de (?:idea|opinion)
                    """);
    static final Phrases NO =
            Phrases.anywhere(
                    """
                    no(?! problem| worries)
                    nope
                    nah
                    not now
                    not today
                    not really
                    rather not
                    not sure
                    no thanks
                    no way
                    nein
                    nee
                    noe
                    ne
                    no danke
                    doch nicht
                    lieber nicht
                    eher nicht
                    besser nicht
                    jetzt nicht
                    nicht jetzt
                    auf keinen fall
                    non
                    pas maintenant
                    pas question
                    plutot pas
                    mejor no
                    ahora no
                    todavia no
                    ni hablar
                    """);

    private ChangeWordings() {}
}
