package io.frontdesk.calendarintegration.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.frontdesk.calendarintegration.InvitationApp;
import io.frontdesk.calendarintegration.icalendar.OrganizerProperties;
import io.frontdesk.calendarintegration.mail.NewMessage.Kind;
import io.frontdesk.calendarintegration.mail.SmtpServer.Mood;
import io.frontdesk.starter.jobs.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.IdGenerator;

class DeliveryTest extends InvitationApp {
    private final String address = "ada-" + UUID.randomUUID() + "@example.com";

    @Autowired private Messages messages;
    @Autowired private Jobs jobs;
    @Autowired private IdGenerator ids;
    @Autowired private OrganizerProperties organizer;

    @AfterEach
    void friendly() {
        SMTP.is(Mood.FRIENDLY);
    }

    @Test
    void sendsWhatIsWritten() {
        var id = write(messages, address);
        var sent = state(id, "sent");
        assertThat(sent.attempts()).isEqualTo(1);
        assertThat(sent.sentAt()).isNotNull();
        assertThat(sent.problem()).isNull();
        assertThat(SMTP.to(address)).hasSize(1);
        assertThat(SMTP.to(address).getFirst().from()).isEqualTo("calendar@localhost");
    }

    @Test
    void givesUpAtOnceWhatTheServerRefusesForGood() {
        SMTP.is(Mood.REFUSES);
        var failed = state(write(messages, address), "failed");
        assertThat(failed.attempts()).isEqualTo(1);
        assertThat(failed.problem()).contains("550", "No such mailbox");

        var id = failed.id();
        SMTP.is(Mood.FRIENDLY);
        assertThat(post("/api/calendar/messages/" + id + "/delivery", null).status())
                .isEqualTo(202);
        state(id, "sent");
    }

    @Test
    void neverSendsToAnAddressThatIsNotOne() {
        for (var odd : new String[] {"a@example.com, b@example.com", "nobody", "<a@b.c> x"}) {
            var failed = state(write(messages, odd), "failed");
            assertThat(failed.problem()).contains("AddressException");
        }
    }

    @Test
    void comesBackLaterToAServerThatIsBusyHangsOrDrops() {
        for (var mood : new Mood[] {Mood.BUSY, Mood.HANGS, Mood.DROPS}) {
            SMTP.is(mood);
            var id = write(messages, address);
            var waiting = tried(id);
            assertThat(waiting.state()).as(mood.name()).isEqualTo("queued");
            assertThat(Objects.requireNonNull(waiting.nextAttemptAt()).toInstant())
                    .isCloseTo(
                            clock.instant().plus(Duration.ofMinutes(1)),
                            within(Duration.ofSeconds(5)));
            SMTP.is(Mood.FRIENDLY);
            clock.advance(Duration.ofSeconds(90));
            assertThat(state(id, "sent").attempts()).isEqualTo(2);
        }
    }

    @Test
    void sendsTheSameMessageIdWhenTheFirstAnswerGotLost() throws Exception {
        SMTP.is(Mood.FORGETS);
        var id = write(messages, address);
        tried(id);
        SMTP.is(Mood.FRIENDLY);
        clock.advance(Duration.ofSeconds(90));
        state(id, "sent");
        var copies = SMTP.to(address);
        assertThat(copies).hasSizeGreaterThan(1);
        assertThat(copies.getFirst().message().getMessageID())
                .isEqualTo("<" + id + "@frontdesk>")
                .isEqualTo(copies.getLast().message().getMessageID());
    }

    @Test
    void failsForGoodAfterEightAttempts() {
        var nowhere = new JavaMailSenderImpl();
        nowhere.setHost("localhost");
        nowhere.setPort(1);
        var delivery = new Delivery(messages, server(nowhere), tenancy, clock);
        var id = held();
        asTenant(() ->
                jdbc.sql("update message set state = 'queued' where id = :id")
                        .param("id", id)
                        .update());
        Optional<Instant> next = Optional.of(clock.instant());
        for (var attempt = 1; attempt <= 8; attempt++) {
            assertThat(next).as("attempt %s", attempt).isPresent();
            next = delivery.attempt(tenant, id);
        }
        assertThat(next).isEmpty();
        var failed = get("/api/calendar/messages/" + id).json();
        assertThat(failed.get("state").stringValue()).isEqualTo("failed");
        assertThat(failed.get("attempts").intValue()).isEqualTo(8);
        assertThat(failed.get("problem").stringValue()).containsIgnoringCase("connect");
        assertThat(delivery.attempt(tenant, id)).isEmpty();
    }

    @Test
    void holdsMessagesWhereThereIsNoServer() {
        var id = held();
        var held = get("/api/calendar/messages?state=held").json().get("items");
        assertThat(held).hasSize(1);
        assertThat(held.get(0).get("id").stringValue()).isEqualTo(id.toString());
        assertThat(get("/api/calendar/messages?state=sent").json().get("items")).isEmpty();
    }

    @Test
    void listsThemPageByPage() {
        for (var number = 0; number < 5; number++) {
            held();
        }
        var first = get("/api/calendar/messages?limit=3").json();
        assertThat(first.get("items")).hasSize(3);
        var rest =
                get("/api/calendar/messages?limit=3&cursor="
                                + first.get("nextCursor").stringValue())
                        .json();
        assertThat(rest.get("items")).hasSize(2);
        assertThat(rest.get("nextCursor").isNull()).isTrue();
        for (var bad : new String[] {"state=nonsense", "limit=0", "limit=201", "cursor=x"}) {
            assertThat(get("/api/calendar/messages?" + bad).status()).as(bad).isEqualTo(400);
        }
    }

    private UUID held() {
        return write(new Messages(jdbc, server(null), jobs, tenancy, ids, clock), address);
    }

    private UUID write(Messages outbox, String to) {
        var message = new NewMessage(Kind.OFFER, null, "Ada", to, "Hello", "Text\n.\nend", null);
        return asTenant(() -> outbox.write(message));
    }

    private MailServer server(@Nullable JavaMailSender sender) {
        var beans = new StaticListableBeanFactory();
        if (sender != null) {
            beans.addBean("sender", sender);
        }
        return new MailServer(beans.getBeanProvider(JavaMailSender.class), organizer, clock);
    }

    private Message state(UUID id, String state) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> message(id), found -> found.state().equals(state));
    }

    private Message tried(UUID id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> message(id), found -> found.problem() != null);
    }

    private Message message(UUID id) {
        return tenancy.as(tenant, () -> messages.get(id));
    }
}
