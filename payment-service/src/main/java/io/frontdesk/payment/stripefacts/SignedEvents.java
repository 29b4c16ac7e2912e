package io.frontdesk.payment.stripefacts;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.ApiResource;
import com.stripe.net.Webhook.Signature;
import io.frontdesk.payment.notice.Notice;
import io.frontdesk.payment.notice.SignatureRejected;
import io.frontdesk.payment.notice.Webhook;
import io.frontdesk.payment.provider.Account;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/** Reads Stripe's messages, once their signature is right over the very bytes that came. */
public final class SignedEvents {
    private final Duration tolerance;

    /**
     * @param tolerance how old a signature may be when its message arrives
     */
    public SignedEvents(Duration tolerance) {
        this.tolerance = tolerance;
    }

    public Notice read(Account account, Webhook webhook) {
        var body = new String(webhook.body(), StandardCharsets.UTF_8);
        verify(account, webhook, body);
        var event = event(body);
        // An event of the other mode would turn play money into real: it tells nothing here.
        return whole(event) && event.getLivemode() == account.live()
                ? EventFacts.of(event)
                : new Notice(event.getId(), event.getType(), null, List.of());
    }

    private void verify(Account account, Webhook webhook, String body) {
        var header = webhook.header("stripe-signature");
        if (header == null) {
            throw new SignatureRejected("The message has no Stripe-Signature");
        }
        var arrival = Clock.fixed(webhook.receivedAt(), ZoneOffset.UTC);
        var why = "There is no signing secret to check it with";
        for (var secret : account.webhookSecrets()) {
            try {
                Signature.verifyHeader(body, header, secret, tolerance.toSeconds(), arrival);
                return;
            } catch (SignatureVerificationException wrong) {
                why = String.valueOf(wrong.getMessage());
            } catch (NumberFormatException noTime) {
                why = "The signature has no time";
            }
        }
        throw new SignatureRejected(why);
    }

    private static Event event(String body) {
        try {
            var json = JsonParser.parseString(body).getAsJsonObject();
            if (!json.has("data")) {
                // Events of Stripe's newer kind carry no object and write their time as text.
                json.remove("created");
            }
            var event = ApiResource.GSON.fromJson(json, Event.class);
            if (event.getId() != null && event.getType() != null) {
                return event;
            }
        } catch (JsonParseException | IllegalStateException unreadable) {
            throw new SignatureRejected("The message is signed, but it is no event", unreadable);
        }
        throw new SignatureRejected("The message is signed, but it has no id or no type");
    }

    private static boolean whole(Event event) {
        return event.getData() != null && event.getCreated() != null && event.getLivemode() != null;
    }
}
