package io.frontdesk.calendarintegration.mail;

import io.frontdesk.starter.tenancy.Tenancy;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;

/**
 * Sends one message: at least once, and with no transaction open meanwhile. What the server refuses
 * for good fails at once; anything else is tried eight times within two days.
 */
@Component
class Delivery {
    private static final Logger log = LoggerFactory.getLogger(Delivery.class);
    private static final int PERMANENT = 500;
    private static final int LONGEST_PROBLEM = 300;
    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(4),
                    Duration.ofHours(12),
                    Duration.ofHours(24));

    private final Messages messages;
    private final MailServer server;
    private final Tenancy tenancy;
    private final Clock clock;

    Delivery(Messages messages, MailServer server, Tenancy tenancy, Clock clock) {
        this.messages = messages;
        this.server = server;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Tries once; answers when to try again, if it is to be tried again. */
    Optional<Instant> attempt(UUID tenant, UUID id) {
        return tenancy.as(
                tenant,
                () -> messages.begin(id).flatMap(message -> Optional.ofNullable(send(message))));
    }

    private @Nullable Instant send(Message message) {
        if (!server.configured()) {
            messages.failed(message.id(), "held", "No mail server is set.", null);
            return null;
        }
        try {
            server.send(message);
        } catch (MailException | MessagingException failure) {
            return failed(message, failure);
        }
        messages.sent(message.id());
        return null;
    }

    private @Nullable Instant failed(Message message, Exception failure) {
        var pauses = PAUSES.size();
        var permanent = permanent(failure) || message.attempts() > pauses;
        var next = permanent ? null : clock.instant().plus(PAUSES.get(message.attempts() - 1));
        log.warn("Message {} not sent, attempt {}", message.id(), message.attempts(), failure);
        messages.failed(message.id(), permanent ? "failed" : "queued", words(failure), next);
        return next;
    }

    private static boolean permanent(Exception failure) {
        return all(failure).stream()
                .anyMatch(each ->
                        each instanceof AddressException
                                || each instanceof MailParseException
                                || code(each) >= PERMANENT);
    }

    private static int code(Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            default -> 0;
        };
    }

    private static String words(Exception failure) {
        var all = all(failure);
        var said =
                all.stream()
                        .filter(each ->
                                each instanceof SendFailedException && each.getMessage() != null)
                        .reduce((first, second) -> second)
                        .orElse(all.getLast());
        var words = Lines.one(said.getClass().getSimpleName() + ": " + said.getMessage());
        return words.substring(0, Math.min(words.length(), LONGEST_PROBLEM));
    }

    /** The failure and what it was made of: jakarta.mail has its own chain beside the causes. */
    private static List<Throwable> all(Exception failure) {
        var all = new ArrayList<Throwable>();
        var open = new ArrayDeque<Throwable>(List.of(failure));
        while (!open.isEmpty() && all.size() < 20) {
            var each = open.remove();
            all.add(each);
            if (each.getCause() != null) {
                open.add(each.getCause());
            }
            if (each instanceof MessagingException mail && mail.getNextException() != null) {
                open.add(mail.getNextException());
            }
            if (each instanceof MailSendException send) {
                open.addAll(List.of(send.getMessageExceptions()));
            }
        }
        return all;
    }
}
