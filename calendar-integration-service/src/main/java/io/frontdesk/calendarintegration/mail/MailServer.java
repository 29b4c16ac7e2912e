package io.frontdesk.calendarintegration.mail;

import io.frontdesk.calendarintegration.icalendar.OrganizerProperties;
import io.frontdesk.starter.problem.Problem;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The SMTP server of {@code spring.mail.host}, if there is one. */
@Component
class MailServer {
    /** Without them a server that hangs would keep a job for ever. Milliseconds. */
    private static final List<String> TIMEOUTS =
            List.of("mail.smtp.connectiontimeout", "mail.smtp.timeout", "mail.smtp.writetimeout");

    private static final String PATIENCE = "15000";
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final @Nullable JavaMailSender sender;
    private final OrganizerProperties organizer;
    private final Clock clock;

    /** There is nobody to send a message. */
    @Problem(
            status = HttpStatus.CONFLICT,
            type = "mail-not-configured",
            title = "No mail server is set")
    static class MailNotConfigured extends RuntimeException {
        MailNotConfigured() {
            super("Set spring.mail.host, and messages can be sent.");
        }
    }

    MailServer(ObjectProvider<JavaMailSender> sender, OrganizerProperties organizer, Clock clock) {
        this.sender = sender.getIfAvailable();
        this.organizer = organizer;
        this.clock = clock;
        if (this.sender instanceof JavaMailSenderImpl smtp) {
            TIMEOUTS.forEach(name -> smtp.getJavaMailProperties().putIfAbsent(name, PATIENCE));
        }
    }

    boolean configured() {
        return sender != null;
    }

    /**
     * Hands a message over. Its Message-ID stays the same over all attempts, so that a reader can
     * drop the second copy of one whose first acknowledgement got lost.
     */
    void send(Message message) throws MessagingException {
        if (sender == null) {
            throw new IllegalStateException("No mail server is set");
        }
        var mail = sender.createMimeMessage();
        mail.setFrom(address(organizer.address(), organizer.name()));
        mail.setRecipient(
                RecipientType.TO, address(message.recipientAddress(), message.recipientName()));
        mail.setSubject(Lines.one(message.subject()), UTF_8);
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Message-ID", "<" + message.id() + "@frontdesk>");
        mail.setHeader("Auto-Submitted", "auto-generated");
        content(message, mail);
        sender.send(mail);
    }

    private static void content(Message message, MimeMessage mail) throws MessagingException {
        if (message.calendar() == null) {
            mail.setText(message.text(), UTF_8);
            return;
        }
        var text = new MimeBodyPart();
        text.setText(message.text(), UTF_8);
        var calendar =
                part(message, "text/calendar; charset=UTF-8; method=" + message.calendarMethod());
        var alternatives = new MimeMultipart("alternative", text, calendar);
        var body = new MimeBodyPart();
        body.setContent(alternatives);
        var attached = part(message, "application/ics; name=invite.ics");
        attached.setFileName("invite.ics");
        mail.setContent(new MimeMultipart("mixed", body, attached));
    }

    private static MimeBodyPart part(Message message, String type) throws MessagingException {
        var calendar = message.calendar() == null ? "" : message.calendar();
        var part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(
                        new ByteArrayDataSource(calendar.getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** Exactly one address: a list would tell others of the booking. */
    private static InternetAddress address(String address, String name) throws AddressException {
        var one = new InternetAddress(Lines.one(address), true);
        if (!one.getAddress().equals(address) || one.isGroup()) {
            throw new AddressException("Not one plain address");
        }
        try {
            one.setPersonal(Lines.one(name), UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return one;
    }
}
