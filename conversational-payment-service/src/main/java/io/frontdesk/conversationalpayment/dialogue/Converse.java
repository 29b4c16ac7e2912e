package io.frontdesk.conversationalpayment.dialogue;

import io.frontdesk.conversationalpayment.audit.AuditTrail;
import io.frontdesk.conversationalpayment.collecting.Adding;
import io.frontdesk.conversationalpayment.collecting.Pointing;
import io.frontdesk.conversationalpayment.collecting.Wanted;
import io.frontdesk.conversationalpayment.phrasing.Replies;
import io.frontdesk.conversationalpayment.plaintext.PlainText;
import io.frontdesk.conversationalpayment.policy.Policies;
import io.frontdesk.conversationalpayment.quote.Quote;
import io.frontdesk.conversationalpayment.quote.Quotes;
import io.frontdesk.conversationalpayment.quote.Visitor;
import io.frontdesk.conversationalpayment.quoting.QuoteAnswer;
import io.frontdesk.conversationalpayment.shopping.Plausible;
import io.frontdesk.conversationalpayment.shopping.Shop;
import io.frontdesk.conversationalpayment.understanding.Asked;
import io.frontdesk.conversationalpayment.understanding.Context;
import io.frontdesk.conversationalpayment.understanding.MessageReader;
import io.frontdesk.conversationalpayment.understanding.Understood;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/** Leads a dialogue. Its words never charge: only the confirmation call does, with the token. */
@Component
@EnableConfigurationProperties(DialogueProperties.class)
class Converse {
    private final Dialogues dialogues;
    private final Shop shop;
    private final MessageReader reader;
    private final Policies policies;
    private final Quotes quotes;
    private final TakeTurn takeTurn;
    private final AuditTrail audit;
    private final Tenancy tenancy;
    private final Rules rules;

    /** Time and names. */
    @Component
    record Rules(DialogueProperties properties, IdGenerator ids, Clock clock) {
        OffsetDateTime end() {
            return OffsetDateTime.now(clock)
                    .truncatedTo(ChronoUnit.MILLIS)
                    .plus(properties.expiry());
        }
    }

    Converse(
            Dialogues dialogues,
            Shop shop,
            MessageReader reader,
            Policies policies,
            Quotes quotes,
            TakeTurn takeTurn,
            AuditTrail audit,
            Tenancy tenancy,
            Rules rules) {
        this.dialogues = dialogues;
        this.shop = shop;
        this.reader = reader;
        this.policies = policies;
        this.quotes = quotes;
        this.takeTurn = takeTurn;
        this.audit = audit;
        this.tenancy = tenancy;
        this.rules = rules;
    }

    DialogueAnswer begin(NewDialogue wanted) {
        tenancy.require();
        var tag = Objects.requireNonNullElse(wanted.locale(), "en").replace('_', '-');
        var visitor = wanted.visitor() == null ? Visitor.UNKNOWN : wanted.visitor().clean();
        var dialogue =
                new Dialogue(
                        rules.ids().generateId(),
                        PlainText.line(wanted.conversationId()),
                        PlainText.lineOrNull(wanted.agentId()),
                        visitor,
                        Locale.forLanguageTag(tag),
                        wanted.currency(),
                        Wanted.EMPTY,
                        null,
                        0,
                        rules.end());
        dialogues.add(dialogue);
        var reply = new Replies(dialogue.locale()).say("begin");
        return answer(
                dialogue, null, new TakeTurn.Turn(Wanted.EMPTY, null, null, List.of(), reply));
    }

    DialogueAnswer look(UUID id) {
        var dialogue = dialogues.get(id);
        var quote = dialogue.quoteId() == null ? null : quotes.get(dialogue.quoteId());
        return answer(dialogue, null, takeTurn.status(dialogue, quote));
    }

    DialogueAnswer hear(UUID id, String text) {
        var dialogue = dialogues.get(id);
        if (!rules.clock().instant().isBefore(dialogue.expiresAt().toInstant())) {
            throw new DialogueRefused.Expired();
        }
        var quote = dialogue.quoteId() == null ? null : quotes.get(dialogue.quoteId());
        var shelf = shop.open();
        var understood = understood(dialogue, quote, text, shelf);
        if (understood.suspicious()) {
            audit.add("message-suspicious", id, Map.of("text", excerpt(text)));
        }
        var turn = takeTurn.take(dialogue, quote, understood, shelf);
        var next = turn.quote();
        try {
            dialogues.save(dialogue, turn.wanted(), next == null ? null : next.id(), rules.end());
        } catch (DialogueRefused.Busy busy) {
            if (turn.token() != null && next != null) {
                takeTurn.forget(next);
            }
            throw busy;
        }
        return answer(dialogues.get(id), meaning(understood, shelf), turn);
    }

    private Understood understood(
            Dialogue dialogue, @Nullable Quote quote, String text, Shop.Shelf shelf) {
        var code = Objects.requireNonNullElse(dialogue.currency(), policies.current().currency());
        var context =
                new Context(
                        shelf.wishes(),
                        CurrencyUnit.of(code),
                        dialogue.locale(),
                        LocalDate.now(rules.clock()),
                        takeTurn.isOpen(quote) ? Asked.CONFIRM_QUOTE : dialogue.state().asked());
        var plausible = Plausible.of(reader.read(text, context), text, shelf);
        var pointed = Pointing.resolved(plausible, text, dialogue.state(), shelf);
        return Adding.resolved(pointed, text);
    }

    private DialogueAnswer answer(
            Dialogue dialogue, DialogueAnswer.@Nullable Meaning meaning, TakeTurn.Turn turn) {
        return DialogueAnswer.of(
                dialogue,
                meaning,
                turn.missing(),
                turn.quote() == null ? null : QuoteAnswer.of(turn.quote(), now(), null),
                turn.token(),
                turn.reply());
    }

    private DialogueAnswer.Meaning meaning(Understood understood, Shop.Shelf shelf) {
        return DialogueAnswer.Meaning.of(understood, shelf);
    }

    private static String excerpt(String text) {
        var line = PlainText.line(text);
        return line.length() <= 300 ? line : line.substring(0, 300);
    }

    private Instant now() {
        return rules.clock().instant();
    }
}
